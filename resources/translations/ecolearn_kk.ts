<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk_KZ" sourcelanguage="en_US">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Хабарды жабу</translation>
    </message>
</context>
<context>
    <name>CalloutView</name>
    <message>
        <source>Note</source>
        <extracomment>kind → (icon, role of icon, title and bar, role of the ground)</extracomment>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Кеңес</translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation>Абай болыңыз</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Мысал</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Есте сақтаңыз</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Жасап көріңіз</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>{x} % from the left, {y} % from the top</source>
        <extracomment>of the picture&apos;s width or height, for the arrow keys radius of a mark indexes of marks that hit nothing right regions to draw, with right, wrong, missed</extracomment>
        <translation>сол жақтан {x} %, жоғарыдан {y} %</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Try again</source>
        <translation>Қайталап көру</translation>
    </message>
</context>
<context>
    <name>ClozeView</name>
    <message>
        <source>Gap {number}: {before} … {after}</source>
        <extracomment>characters of the text around a gap that its name repeats</extracomment>
        <translation>{number}-бос орын: {before} … {after}</translation>
    </message>
    <message>
        <source>{empty} of {all} gaps are still empty. Check anyway?</source>
        <translation>Толтырылмаған бос орындар: {empty} / {all}. Сонда да тексерейік пе?</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Дұрысы: {answer}</translation>
    </message>
    <message>
        <source>Gap {number}: {verdict}</source>
        <translation>{number}-бос орын: {verdict}</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>What you thought, and how it is</source>
        <translation>Сіздің болжамыңыз және дұрыс жауап</translation>
    </message>
    <message>
        <source>The question that belongs here is missing from the lesson.</source>
        <translation>Осы жерде болуы тиіс сұрақ сабақта жоқ.</translation>
    </message>
    <message>
        <source>You have not said yet what you think. Go back to the question, then look here.</source>
        <translation>Сіз әлі өз болжамыңызды айтпадыңыз. Алдымен сұраққа оралыңыз, сосын осында қараңыз.</translation>
    </message>
    <message>
        <source>You thought:</source>
        <translation>Сіздің болжамыңыз:</translation>
    </message>
    <message>
        <source>Right is:</source>
        <translation>Дұрысы:</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Back to the courses</source>
        <translation>Курстарға оралу</translation>
    </message>
    <message>
        <source>Progress in this course</source>
        <translation>Осы курстағы жетістік</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation>{number}. {title}</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Аяқталды</translation>
    </message>
    <message>
        <source>not in your language yet</source>
        <translation>әзірге сіздің тіліңізде жоқ</translation>
    </message>
    <message>
        <source>best {percent}</source>
        <translation>үздік нәтиже {percent}</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>What you will be able to do</source>
        <translation>Не үйренесіз</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Бастау</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Қайта оқу</translation>
    </message>
</context>
<context>
    <name>FactView</name>
    <message>
        <source>Fact</source>
        <translation>Дерек</translation>
    </message>
    <message>
        <source>This fact is missing from the course: {id}.</source>
        <translation>Бұл дерек курста жоқ: {id}.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Дереккөз: {source}</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>күні көрсетілмеген</translation>
    </message>
    <message>
        <source>Confirmed twice</source>
        <translation>Екі рет расталған</translation>
    </message>
    <message>
        <source>One source</source>
        <translation>Бір дереккөз</translation>
    </message>
    <message>
        <source>To be read with care</source>
        <translation>Сақтықпен қараңыз</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Күмәнді</translation>
    </message>
</context>
<context>
    <name>FeedbackBox</name>
    <message>
        <source>Everything is right; the hints cost a part of the points.</source>
        <translation>Бәрі дұрыс; ұпайдың бір бөлігі көмек үшін шегерілді.</translation>
    </message>
    <message>
        <source>Look again: {lesson}</source>
        <translation>Қайта қараңыз: {lesson}</translation>
    </message>
    <message>
        <source>Look again in the lesson</source>
        <translation>Сабақтан қайта қарау</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Табылмады</translation>
    </message>
    <message>
        <source>Find in this lesson</source>
        <translation>Осы сабақтан іздеу</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Алдыңғы жері</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Келесі жері</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Open. Press Space to close it.</source>
        <translation>Ашық. Жабу үшін бос орын пернесін басыңыз.</translation>
    </message>
    <message>
        <source>Closed. Press Space to open it.</source>
        <translation>Жабық. Ашу үшін бос орын пернесін басыңыз.</translation>
    </message>
</context>
<context>
    <name>FoldView</name>
    <message>
        <source>More</source>
        <translation>Толығырақ</translation>
    </message>
</context>
<context>
    <name>GlossaryPopover</name>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
</context>
<context>
    <name>HintList</name>
    <message>
        <source>Hint {number}</source>
        <extracomment>what is wrong is marked in red where it was answered; the explanation stays calm</extracomment>
        <translation>Көмек {number}</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Көмек</translation>
    </message>
</context>
<context>
    <name>HotspotView</name>
    <message>
        <source>Remove the last mark</source>
        <translation>Белгіні алу</translation>
    </message>
    <message numerus="yes">
        <source>Find %n place(s). Marked: {count}.</source>
        <translation>
            <numerusform>%n орынды табыңыз. Белгіленгені: {count}.</numerusform>
            <numerusform>%n орынды табыңыз. Белгіленгені: {count}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark one place.</source>
        <translation>Бір орынды белгілеңіз.</translation>
    </message>
    <message>
        <source>One place is marked.</source>
        <translation>Бір орын белгіленді.</translation>
    </message>
    <message>
        <source>Click, or: arrows move the cross, Shift moves it further, Enter marks.</source>
        <translation>Тінтуірмен басыңыз немесе айқышты көрсеткі пернелермен апарып (Shift – алысырақ), Enter басыңыз.</translation>
    </message>
    <message>
        <source>Picture: {words}</source>
        <translation>Сурет: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) beside every place</source>
        <translation>
            <numerusform>%n белгі ешбір орынға дәл келмеді</numerusform>
            <numerusform>%n белгі ешбір орынға дәл келмеді</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}: {place}</source>
        <translation>{verdict}: {place}</translation>
    </message>
    <message>
        <source>Here it was: {place}</source>
        <translation>Мына жерде: {place}</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Белгіленді</translation>
    </message>
    <message>
        <source>Mark removed</source>
        <translation>Белгі алынды</translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>Give an answer first.</source>
        <extracomment>group of a response that has an entry a part → the parts of the item whether a change is text being typed, which is kept after a pause and not at once whether the view shows the stem itself, with the gaps in it how the response was judged, while that is shown whether the right answer is shown with the grade</extracomment>
        <translation>Алдымен жауап беріңіз.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Дұрыс</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Дұрыс емес</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Дұрыс жауап</translation>
    </message>
</context>
<context>
    <name>LessonBar</name>
    <message>
        <source>Previous</source>
        <translation>Алдыңғы сабақ</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Келесі сабақ</translation>
    </message>
    <message>
        <source>To the quiz</source>
        <translation>Тестке өту</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Аяқтау</translation>
    </message>
    <message>
        <source>Contents of this module</source>
        <translation>Модульдің мазмұны</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Мәтін өлшемі</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Басып шығару немесе PDF етіп сақтау</translation>
    </message>
    <message>
        <source>How much of the lesson you have passed</source>
        <translation>Сабақтың қанша бөлігі оқылды</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Lesson {number} of {count}</source>
        <extracomment>narrower than this (window pixels), or zoomed to this, the outline hides behind a button</extracomment>
        <translation>{count} сабақтың {number}-сабағы</translation>
    </message>
    <message>
        <source>Back to the courses</source>
        <translation>Курстарға оралу</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>This term is not in the glossary of the course.</source>
        <translation>Бұл термин курс сөздігінде жоқ.</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Copy</source>
        <extracomment>seconds of building before the first paint, and in each step after it</extracomment>
        <translation>Көшіру</translation>
    </message>
    <message>
        <source>Copy this section</source>
        <translation>Осы бөлімді көшіру</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n course(s)</source>
        <extracomment>seconds after which showing the page looks at the disk again</extracomment>
        <translation>
            <numerusform>%n курс</numerusform>
            <numerusform>%n курс</numerusform>
        </translation>
    </message>
    <message>
        <source>No course has these words.</source>
        <translation>Мұндай сөздері бар курс табылмады.</translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation>Барлық курсты көрсету</translation>
    </message>
    <message>
        <source>Looking for courses …</source>
        <translation>Курстар ізделіп жатыр…</translation>
    </message>
    <message>
        <source>There are no courses on this PC yet. Ask your teacher to install one (ecolearn install), or bring a .ecocourse file.</source>
        <translation>Бұл компьютерде әзірге курс жоқ. Мұғалімнен курс орнатуды сұраңыз (ecolearn install) немесе .ecocourse файлын әкеліңіз.</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курстар</translation>
    </message>
    <message>
        <source>Search courses</source>
        <translation>Курс іздеу</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Leave EcoLearn?</source>
        <translation>EcoLearn-нен шығасыз ба?</translation>
    </message>
    <message>
        <source>This link leads to the internet</source>
        <translation>Бұл сілтеме интернетке апарады</translation>
    </message>
    <message>
        <source>It opens in the browser of this computer. Ask an adult if you are not sure.</source>
        <translation>Ол осы компьютердің браузерінде ашылады. Күмәніңіз болса, ересек адамнан сұраңыз.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Мекенжай</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Көшіру</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Осында қалу</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Сілтемені ашу</translation>
    </message>
</context>
<context>
    <name>MatchView</name>
    <message>
        <source>Choose from these:</source>
        <extracomment>something carried would be put here</extracomment>
        <translation>Осылардан таңдаңыз:</translation>
    </message>
    <message>
        <source>A number key puts an answer beside the marked line; ↑ ↓ go to another line.</source>
        <translation>Сан пернесі жауапты белгіленген жолға қояды; ↑ ↓ басқа жолға өткізеді.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Болдырмау</translation>
    </message>
    <message>
        <source>nothing chosen yet</source>
        <translation>әлі ештеңе таңдалмаған</translation>
    </message>
    <message>
        <source>{left}: {right}</source>
        <translation>{left}: {right}</translation>
    </message>
    <message>
        <source>{empty} of {all} are still without a partner. Check anyway?</source>
        <translation>Жұбы жоқ: {empty} / {all}. Сонда да тексерейік пе?</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Ештеңе таңдалмаған</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Дұрысы: {answer}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>{row}: {column}</source>
        <translation>{row}: {column}</translation>
    </message>
    <message>
        <source>{empty} of {all} rows are still empty. Check anyway?</source>
        <translation>Бос тұрған жолдар: {empty} / {all}. Сонда да тексерейік пе?</translation>
    </message>
</context>
<context>
    <name>MediaView</name>
    <message>
        <source>The recording is missing: {words}</source>
        <translation>Жазба жоқ: {words}</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Тыңдау</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Көру</translation>
    </message>
    <message>
        <source>Open in a player</source>
        <translation>Ойнатқышта ашу</translation>
    </message>
    <message>
        <source>Open “{name}” with the player of this computer?</source>
        <translation>«{name}» файлын осы компьютердің ойнатқышында ашу керек пе?</translation>
    </message>
</context>
<context>
    <name>NewLearnerForm</name>
    <message>
        <source>Your name or nickname</source>
        <translation>Атыңыз немесе лақап атыңыз</translation>
    </message>
    <message>
        <source>For example: Aigerim K.</source>
        <translation>Мысалы: Айгерім К.</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Суретіңіз</translation>
    </message>
    <message>
        <source>PIN, if you want one</source>
        <translation>PIN-код (қаласаңыз)</translation>
    </message>
    <message>
        <source>At least 4 characters, or empty</source>
        <translation>Кемінде 4 таңба немесе бос</translation>
    </message>
    <message>
        <source>Start learning</source>
        <translation>Оқуды бастау</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Жапырақ</translation>
    </message>
    <message>
        <source>Bird</source>
        <translation>Құс</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Мысық</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Балық</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation>Қоян</translation>
    </message>
    <message>
        <source>Turtle</source>
        <translation>Тасбақа</translation>
    </message>
    <message>
        <source>Squirrel</source>
        <translation>Тиін</translation>
    </message>
    <message>
        <source>Fir tree</source>
        <translation>Шырша</translation>
    </message>
    <message>
        <source>Flower</source>
        <translation>Гүл</translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation>Тау</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Күн</translation>
    </message>
    <message>
        <source>Sprout</source>
        <translation>Өскін</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Next lesson</source>
        <translation>Келесі сабақ</translation>
    </message>
    <message>
        <source>Next: the quiz on this module</source>
        <translation>Келесісі: осы модульдің тесті</translation>
    </message>
    <message>
        <source>Back to the course</source>
        <translation>Курсқа оралу</translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>A number. Comma and point both work.</source>
        <translation>Сан жазыңыз. Үтір де, нүкте де жарайды.</translation>
    </message>
    <message>
        <source>A number in {unit}. Comma and point both work.</source>
        <translation>Сан жазыңыз, бірлігі – {unit}. Үтір де, нүкте де жарайды.</translation>
    </message>
    <message>
        <source>A number and its unit. Comma and point both work.</source>
        <translation>Сан мен өлшем бірлігін жазыңыз. Үтір де, нүкте де жарайды.</translation>
    </message>
    <message>
        <source>The number is right, the unit is not</source>
        <translation>Сан дұрыс, бірлігі басқа</translation>
    </message>
</context>
<context>
    <name>OpenView</name>
    <message>
        <source>Your answer</source>
        <translation>Жауабыңыз</translation>
    </message>
    <message>
        <source>Write in your own words</source>
        <translation>Өз сөзіңізбен жазыңыз</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s). Your teacher reads this.</source>
        <translation>
            <numerusform>%n сөз. Жауапты мұғалім оқиды.</numerusform>
            <numerusform>%n сөз. Жауапты мұғалім оқиды.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your teacher looks for this:</source>
        <translation>Мұғалім мынаған назар аударады:</translation>
    </message>
    <message>
        <source>• {criterion} ({points})</source>
        <translation>• {criterion} ({points})</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Right</source>
        <translation>Дұрыс</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Дұрыс емес</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>Up (Alt+↑)</source>
        <translation>Жоғары (Alt+↑)</translation>
    </message>
    <message>
        <source>Down (Alt+↓)</source>
        <translation>Төмен (Alt+↓)</translation>
    </message>
    <message>
        <source>Drag the rows, or move the one you are on with Alt+↑ and Alt+↓.</source>
        <translation>Жолдарды сүйреңіз немесе тұрған жолыңызды Alt+↑ және Alt+↓ пернелерімен жылжытыңыз.</translation>
    </message>
    <message>
        <source>place {place} of {count}</source>
        <translation>{place}-орын, барлығы {count}</translation>
    </message>
    <message>
        <source>Move up: {text}</source>
        <translation>Жоғары жылжыту: {text}</translation>
    </message>
    <message>
        <source>Move down: {text}</source>
        <translation>Төмен жылжыту: {text}</translation>
    </message>
    <message>
        <source>Right place: {place}</source>
        <translation>Дұрыс орны: {place}</translation>
    </message>
    <message>
        <source>The place is right, but the step before it is not</source>
        <translation>Орны дұрыс, бірақ оның алдындағы қадам дұрыс емес</translation>
    </message>
</context>
<context>
    <name>OutlineRow</name>
    <message>
        <source>You are here</source>
        <extracomment>kind → (icon, role); what a row&apos;s icon says is also in its description</extracomment>
        <translation>Сіз осындасыз</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Before you hand in</source>
        <translation>Тапсырар алдында</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) have no answer yet.</source>
        <translation>
            <numerusform>%n сұраққа әлі жауап берілмеген.</numerusform>
            <numerusform>%n сұраққа әлі жауап берілмеген.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are answered only in part.</source>
        <translation>
            <numerusform>%n сұраққа жартылай ғана жауап берілген.</numerusform>
            <numerusform>%n сұраққа жартылай ғана жауап берілген.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You flagged %n question(s).</source>
        <translation>
            <numerusform>%n сұрақты белгіледіңіз.</numerusform>
            <numerusform>%n сұрақты белгіледіңіз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every question has an answer.</source>
        <translation>Барлық сұраққа жауап берілді.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>{number}-сұрақ</translation>
    </message>
    <message>
        <source>After handing in, answers cannot be changed.</source>
        <translation>Тапсырғаннан кейін жауаптарды өзгертуге болмайды.</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>Сұрақтарға оралу</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Тапсыру</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Protected by a PIN</source>
        <translation>PIN-кодпен қорғалған</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Missing picture: {words}</source>
        <extracomment>design pixels; a picture in portrait format is made narrower to be seen as a whole</extracomment>
        <translation>Сурет жоқ: {words}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Сурет</translation>
    </message>
    <message>
        <source>Picture. Press Space to see it larger.</source>
        <translation>Сурет. Үлкейтіп көру үшін бос орын пернесін басыңыз.</translation>
    </message>
    <message>
        <source>The picture {name} is missing.</source>
        <translation>{name} суреті жоқ.</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>Сурет</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Үлкейту</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Кішірейту</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN</source>
        <translation>PIN-код</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN-код: {name}</translation>
    </message>
    <message>
        <source>A forgotten PIN cannot be reset yet. You can make a new profile.</source>
        <translation>Ұмытылған PIN-кодты әзірге жаңарту мүмкін емес. Жаңа профиль жасауға болады.</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>Кіру</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>{name}, your PIN please</source>
        <translation>{name}, PIN-кодыңызды енгізіңіз</translation>
    </message>
</context>
<context>
    <name>PlacingView</name>
    <message>
        <source>{thing}: {place}</source>
        <extracomment>whether a place holds only one thing</extracomment>
        <translation>{thing}: {place}</translation>
    </message>
    <message>
        <source>{thing}: taken back</source>
        <translation>{thing}: кері алынды</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Place in the recording</source>
        <translation>Жазбадағы орын</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Кідірту</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Ойнату</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Lesson</source>
        <extracomment>an editor saves in several steps; wait for the last for folders on a network or a stick, which send no notice of changes</extracomment>
        <translation>Сабақ</translation>
    </message>
    <message>
        <source>Language of the lesson</source>
        <translation>Сабақтың тілі</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Ашық не күңгірт</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Ескертпелер</translation>
    </message>
    <message>
        <source>Preview: {name}</source>
        <translation>Алдын ала қарау: {name}</translation>
    </message>
    <message>
        <source>The files cannot be read at the moment. This is how they were before.</source>
        <translation>Файлдарды қазір оқу мүмкін емес. Бұл – олардың бұрынғы түрі.</translation>
    </message>
    <message>
        <source>This lesson cannot be shown as it is now. This is how it was before.</source>
        <translation>Сабақты қазіргі күйінде көрсету мүмкін емес. Бұл – оның бұрынғы түрі.</translation>
    </message>
    <message>
        <source>This is a packed course. Install it (ecolearn install), or unpack it and preview the folder.</source>
        <translation>Бұл – буылған курс. Оны орнатыңыз (ecolearn install) немесе ашып, қалтасын көріңіз.</translation>
    </message>
    <message>
        <source>This folder is no course: there is no {file} in it.</source>
        <translation>Бұл қалта курс емес: ішінде {file} жоқ.</translation>
    </message>
    <message>
        <source>This file is neither a lesson nor a quiz: their names end in .md.</source>
        <translation>Бұл файл сабақ та, тест те емес: олардың аты .md деп бітеді.</translation>
    </message>
    <message>
        <source>There is no lesson in this course yet.</source>
        <translation>Бұл курста әзірге сабақ жоқ.</translation>
    </message>
    <message>
        <source>There is no lesson to show yet. See the problems on the right.</source>
        <translation>Әзірге көрсететін сабақ жоқ. Оң жақтағы ескертпелерді қараңыз.</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Атауы жоқ</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n ескертпе</numerusform>
            <numerusform>%n ескертпе</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>Ескертпе жоқ</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>{number}-жол</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print or save as PDF</source>
        <translation>Басып шығару немесе PDF етіп сақтау</translation>
    </message>
    <message>
        <source>With the questions, as a worksheet to fill in</source>
        <translation>Сұрақтарымен, толтыратын жұмыс парағы түрінде</translation>
    </message>
    <message>
        <source>With a page of answers, for the teacher</source>
        <translation>Мұғалімге арналған жауаптар парағымен</translation>
    </message>
    <message>
        <source>Drawing the pictures…</source>
        <translation>Суреттер салынып жатыр…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бас тарту</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF етіп сақтау…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Басып шығару…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF етіп сақтау</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF файлдары (*.pdf)</translation>
    </message>
    <message>
        <source>The file {name} cannot be written. Choose another folder, or close the file if it is open in another program.</source>
        <translation>{name} файлын жазу мүмкін болмады. Басқа қалтаны таңдаңыз немесе файл басқа бағдарламада ашық болса, жабыңыз.</translation>
    </message>
</context>
<context>
    <name>ProfilesPage</name>
    <message>
        <source>New profile</source>
        <extracomment>icon name → hue in degrees; what a learner can pick as a picture</extracomment>
        <translation>Жаңа профиль</translation>
    </message>
    <message>
        <source>Welcome to EcoLearn</source>
        <translation>EcoLearn-ге қош келдіңіз</translation>
    </message>
    <message>
        <source>Lessons on energy, water, waste and climate. Who is learning here?</source>
        <translation>Энергия, су, қалдық және климат туралы сабақтар. Мұнда кім оқиды?</translation>
    </message>
    <message>
        <source>A new profile</source>
        <translation>Жаңа профиль</translation>
    </message>
    <message>
        <source>A name your class knows is enough.</source>
        <translation>Сыныптастарыңыз білетін ат жеткілікті.</translation>
    </message>
    <message>
        <source>Who is learning?</source>
        <translation>Кім оқиды?</translation>
    </message>
    <message>
        <source>Choose your picture.</source>
        <translation>Өз суретіңізді таңдаңыз.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress of {name}</source>
        <translation>Жетістіктер: {name}</translation>
    </message>
    <message>
        <source>Here you will see what you have read and what you can do already.</source>
        <translation>Мұнда не оқығаныңызды және не үйренгеніңізді көресіз.</translation>
    </message>
    <message>
        <source>Choose a course</source>
        <translation>Курс таңдау</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Курсты ашу</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>соңғы рет: {day}</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Не үйрендіңіз</translation>
    </message>
    <message>
        <source>{read} of {all} lessons</source>
        <translation>{all} сабақтан {read}</translation>
    </message>
    <message>
        <source>quiz under way</source>
        <translation>тест басталған</translation>
    </message>
    <message>
        <source>quiz not passed yet</source>
        <translation>тесттен әлі өткен жоқсыз</translation>
    </message>
    <message>
        <source>quiz passed</source>
        <translation>тесттен өттіңіз</translation>
    </message>
    <message>
        <source>quiz not taken yet</source>
        <translation>тест әлі тапсырылған жоқ</translation>
    </message>
    <message>
        <source>{quiz}, best result {best}</source>
        <translation>{quiz}, үздік нәтиже – {best}</translation>
    </message>
    <message>
        <source>No question answered yet</source>
        <translation>Әзірге сұрақтарға жауап берілмеген</translation>
    </message>
    <message>
        <source>{percent} of what was asked</source>
        <translation>қойылған сұрақтар бойынша {percent}</translation>
    </message>
</context>
<context>
    <name>QuestionNote</name>
    <message>
        <source>The prediction {id} is missing from this lesson.</source>
        <translation>Бұл сабақта {id} болжам сұрағы жоқ.</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Saving…</source>
        <extracomment>text being typed is kept after this pause (RELIABILITY 3.4) in a lesson: judged at once, may be tried again in a lesson: kept, not judged in a quiz: judged at once, final in a quiz: only kept read only a response was handed in and not yet confirmed &quot;answer&quot; or &quot;draft&quot;: what could not be kept whether to hand in with empty parts; the next press does the response has changes nobody was told of</extracomment>
        <translation>Сақталып жатыр…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сақталды</translation>
    </message>
    <message>
        <source>Kept. You will come back to it later.</source>
        <translation>Жауап сақталды. Кейін оған қайта ораласыз.</translation>
    </message>
    <message>
        <source>Show a hint</source>
        <translation>Көмек алу</translation>
    </message>
    <message>
        <source>Show a hint (costs {percent} of the points)</source>
        <translation>Көмек алу (ұпайдың {percent}-ы шегеріледі)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Тағы байқап көру</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Жауабымды сақтау</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Тексеру</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Тапсыру</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Қайта сақтау</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Жауабын көрсету</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>Your answers are saved. The time of this quiz goes on.</source>
        <extracomment>the time used is kept this often (RELIABILITY 3.3) the time left, beside the last look</extracomment>
        <translation>Жауаптарыңыз сақталды. Бұл тесттің уақыты өтіп жатыр.</translation>
    </message>
    <message>
        <source>The time of this quiz goes on.</source>
        <translation>Бұл тесттің уақыты өтіп жатыр.</translation>
    </message>
    <message>
        <source>Your answers are saved. You can continue later.</source>
        <translation>Жауаптарыңыз сақталды. Кейін жалғастыра аласыз.</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Курстарға өту</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left.</source>
        <translation>
            <numerusform>%n минут қалды.</numerusform>
            <numerusform>%n минут қалды.</numerusform>
        </translation>
    </message>
    <message>
        <source>The time is over. Your answers were handed in.</source>
        <translation>Уақыт бітті. Жауаптарыңыз тапсырылды.</translation>
    </message>
    <message>
        <source>Hand in again</source>
        <translation>Қайта тапсыру</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Courses</source>
        <translation>Курстар</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Сабақ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Жетістік</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>{name}: change the learner</source>
        <translation>{name}: профильді ауыстыру</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Тіл</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Тіл: {name}</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Ашық түстер</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Күңгірт түстер</translation>
    </message>
    <message>
        <source>Courses (Alt+1)</source>
        <translation>Курстар (Alt+1)</translation>
    </message>
    <message>
        <source>Back to the open lesson or quiz (Alt+2)</source>
        <translation>Ашық сабаққа не тестке оралу (Alt+2)</translation>
    </message>
    <message>
        <source>Your progress (Alt+3)</source>
        <translation>Жетістіктеріңіз (Alt+3)</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Go to the courses</source>
        <extracomment>a card narrower than this (pixels at scale 1) has the ring above the words</extracomment>
        <translation>Курстарға өту</translation>
    </message>
    <message>
        <source>The course is not on this PC any more. Your result is kept.</source>
        <translation>Бұл курс компьютерде енді жоқ. Нәтижеңіз сақталған.</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Жауаптарыңыз</translation>
    </message>
    <message>
        <source>Passed!</source>
        <translation>Тесттен өттіңіз!</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>Әзірге бәрі бірдей шықпады</translation>
    </message>
    <message>
        <source>{score}; {share} pass.</source>
        <translation>{score}; өту үшін {share} керек.</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>{number}-талпыныс</translation>
    </message>
    <message>
        <source>best so far: {best}</source>
        <translation>үздік нәтиже: {best}</translation>
    </message>
    <message>
        <source>The time was up; what you had answered by then counts.</source>
        <translation>Уақыт бітті; соған дейін берген жауаптарыңыз есепке алынды.</translation>
    </message>
    <message numerus="yes">
        <source>Your teacher reads %n answer(s).</source>
        <translation>
            <numerusform>%n жауапты мұғалім оқиды.</numerusform>
            <numerusform>%n жауапты мұғалім оқиды.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>Тағы %n мүмкіндік қалды</numerusform>
            <numerusform>Тағы %n мүмкіндік қалды</numerusform>
        </translation>
    </message>
    <message>
        <source>Practise what was missed</source>
        <translation>Қиындарын қайталау</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Қайта тапсыру</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Әрі қарай</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Не үйрендіңіз</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>Басқа сұрақтар</translation>
    </message>
</context>
<context>
    <name>ReviewedQuestion</name>
    <message>
        <source>This question is no longer in the course. It does not count.</source>
        <translation>Бұл сұрақ курста енді жоқ. Ол есепке алынбайды.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>дұрыс</translation>
    </message>
    <message>
        <source>partly right</source>
        <translation>жартылай дұрыс</translation>
    </message>
    <message>
        <source>not right yet</source>
        <translation>әзірге дұрыс емес</translation>
    </message>
    <message>
        <source>your teacher reads this</source>
        <translation>мұғалім оқиды</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>жауап жоқ</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>есепке алынбайды</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>{number}-сұрақ</translation>
    </message>
    <message>
        <source>close</source>
        <translation>жабу</translation>
    </message>
    <message>
        <source>show</source>
        <translation>көрсету</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>A copy is made and checked.</source>
        <translation>Көшірме жасалып, тексерілді.</translation>
    </message>
    <message>
        <source>No copy could be made. The list below says why.</source>
        <translation>Көшірме жасау мүмкін болмады. Себебі төмендегі тізімде айтылған.</translation>
    </message>
    <message>
        <source>Save a diagnostic file</source>
        <translation>Диагностика файлын сақтау</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder, please.</source>
        <translation>Файлды ол жерге жазу мүмкін болмады. Басқа қалтаны таңдаңыз.</translation>
    </message>
    <message>
        <source>A second place for copies</source>
        <translation>Көшірмелердің екінші орны</translation>
    </message>
    <message>
        <source>Copy of {time}</source>
        <translation>{time} көшірмесі</translation>
    </message>
    <message>
        <source>If the disk of this PC breaks, its copies are lost too. Choose a folder on a stick, on another disk or on a share: each copy is then also put there.</source>
        <translation>Осы компьютердің дискісі бұзылса, ондағы көшірмелер де жоғалады. Флешкадағы, басқа дискідегі немесе желідегі қалтаны таңдаңыз: әр көшірме сонда да қойылады.</translation>
    </message>
    <message>
        <source>Copies also go to {folder}. Your school has decided that.</source>
        <translation>Көшірмелер {folder} ішіне де қойылады. Мектеп солай шешкен.</translation>
    </message>
    <message>
        <source>Copies also go to {folder}.</source>
        <translation>Көшірмелер {folder} ішіне де қойылады.</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Тексеріліп жатыр …</translation>
    </message>
    <message>
        <source>All is well: what was saved is safe.</source>
        <translation>Бәрі дұрыс: сақталғанның бәрі қауіпсіз.</translation>
    </message>
    <message>
        <source>What was saved is safe, but there is something to look at.</source>
        <translation>Сақталғанның бәрі қауіпсіз, бірақ назар аударатын нәрсе бар.</translation>
    </message>
    <message>
        <source>Something is wrong. The first lines say what to do.</source>
        <translation>Бірдеңе дұрыс емес. Не істеу керегі алғашқы жолдарда айтылған.</translation>
    </message>
    <message>
        <source>Safety and self-check</source>
        <translation>Қауіпсіздік және өзін-өзі тексеру</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Қайта тексеру</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Көшірме жасау</translation>
    </message>
    <message>
        <source>Save a diagnostic file …</source>
        <translation>Диагностика файлы …</translation>
    </message>
    <message>
        <source>Going back to a copy</source>
        <translation>Көшірмеге қайту</translation>
    </message>
    <message>
        <source>What is there now is set aside, never thrown away. For the teacher or whoever looks after the PC.</source>
        <translation>Қазір бары бөлек қойылады, ешқашан жойылмайды. Мұғалімге немесе компьютерге жауапты адамға арналған.</translation>
    </message>
    <message>
        <source>The copy to go back to</source>
        <translation>Қайтатын көшірме</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Қайтару …</translation>
    </message>
    <message>
        <source>What is as it should be</source>
        <translation>Дұрыс тұрғандары</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Қалтаны таңдау …</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>Екінші орынсыз</translation>
    </message>
    <message>
        <source>Put this in place: {copy}?</source>
        <translation>Орнына қою керек пе: {copy}?</translation>
    </message>
    <message>
        <source>Everybody is signed out. What is there now is set aside, never thrown away.</source>
        <translation>Барлығы профильдерінен шығады. Қазір бары бөлек қойылған файлдар арасында сақталады.</translation>
    </message>
    <message>
        <source>Keep newer answers too</source>
        <translation>Жаңарақ жауаптар да қалсын</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Сол күйінде қалдыру</translation>
    </message>
</context>
<context>
    <name>SafetyWatch</name>
    <message>
        <source>Your work is open in another window on this PC. Both save what you answer, but one window at a time is easier to follow.</source>
        <extracomment>a database held by another program is asked for again after so many milliseconds a `Notice` of the keeper, from its thread</extracomment>
        <translation>Алдымен жауап беріңіз.</translation>
    </message>
</context>
<context>
    <name>ScoreRing</name>
    <message>
        <source>Score: {score}; to pass: {needed}</source>
        <translation>Нәтиже: {score}; өту үшін {needed} керек</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Your profile is changed.</source>
        <translation>Профиліңіз өзгертілді.</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Профильді алып тастау</translation>
    </message>
    <message>
        <source>Take {name} off the list of profiles on this PC?</source>
        <translation>«{name}» профилін осы компьютердегі тізімнен алып тастау керек пе?</translation>
    </message>
    <message>
        <source>Answers and progress are kept until the teacher erases them.</source>
        <translation>Жауаптар мен нәтижелер мұғалім өшіргенше сақталады.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Тіл</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Түстер</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Мәтін өлшемі</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Аты</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Жүйедегідей</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ашық</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Күңгірт</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Айқын контраст, ашық</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Айқын контраст, күңгірт</translation>
    </message>
    <message>
        <source>At least 4 characters</source>
        <translation>Кемінде 4 таңба</translation>
    </message>
    <message>
        <source>Show the clock in timed quizzes</source>
        <translation>Тестте қалған уақытты көрсету</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>Профиліңіз</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Атын өзгерту</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN-код қою</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>PIN-кодты алып тастау</translation>
    </message>
    <message>
        <source>Your PIN is set.</source>
        <translation>PIN-кодыңыз қойылды.</translation>
    </message>
    <message>
        <source>Your PIN is removed.</source>
        <translation>PIN-кодыңыз алынып тасталды.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Жаңа PIN-код</translation>
    </message>
    <message>
        <source>Remove this profile …</source>
        <translation>Бұл профильді алып тастау…</translation>
    </message>
    <message>
        <source>Safety and self-check</source>
        <translation>Сақталуын тексеру</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Бағдарлама туралы</translation>
    </message>
    <message>
        <source>Progress on this PC is kept in {folder}</source>
        <translation>Нәтижелер осы компьютердегі мына қалтада сақталады: {folder}</translation>
    </message>
    <message>
        <source>EcoLearn {version}, Apache License 2.0. Built with Qt {qt} (LGPL 3), fonts Inter and JetBrains Mono (OFL), icons Lucide (ISC). Nothing is sent anywhere.</source>
        <translation>EcoLearn {version}, Apache License 2.0 лицензиясы. Qt {qt} (LGPL 3) негізінде жасалған; қаріптері – Inter және JetBrains Mono (OFL), белгішелері – Lucide (ISC). Ешқайда ештеңе жіберілмейді.</translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message numerus="yes">
        <source>%n answer(s) are right. You have chosen {chosen}.</source>
        <translation>
            <numerusform>%n дұрыс жауап бар. Таңдағаныңыз: {chosen}.</numerusform>
            <numerusform>%n дұрыс жауап бар. Таңдағаныңыз: {chosen}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Right too</source>
        <translation>Бұл да дұрыс</translation>
    </message>
</context>
<context>
    <name>ShortView</name>
    <message>
        <source>Your answer</source>
        <translation>Жауабыңыз</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Дұрысы: {answer}</translation>
    </message>
</context>
<context>
    <name>SittingView</name>
    <message>
        <source>This question is no longer in the course. It does not count.</source>
        <extracomment>so many questions are kept ready besides the one on the screen so long after a step the page may still change its height</extracomment>
        <translation>Бұл сұрақ курста енді жоқ. Ол есепке алынбайды.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Тексеру</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Тапсыру</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Аяқтау</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Келесі</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Белгіленді</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Белгілеу</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>{count} сұрақтың {number}-сұрағы</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Mark this question to come back to it (F)</source>
        <translation>Кейін оралу үшін сұрақты белгілеу (F)</translation>
    </message>
    <message>
        <source>Ctrl+←</source>
        <translation>Ctrl+←</translation>
    </message>
</context>
<context>
    <name>SortView</name>
    <message>
        <source>A number key puts the marked thing into a place; Delete takes it back.</source>
        <translation>Сан пернесі таңдалғанды сол нөмірлі орынға қояды; Delete кері алады.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Болдырмау</translation>
    </message>
    <message>
        <source>not placed yet</source>
        <translation>әлі орнына қойылмаған</translation>
    </message>
    <message>
        <source>{empty} of {all} are not sorted yet. Check anyway?</source>
        <translation>Әлі бөлінбеген: {empty} / {all}. Сонда да тексерейік пе?</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>Орнына қойылмаған</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Дұрысы: {answer}</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Your attempts</source>
        <translation>Талпыныстарыңыз</translation>
    </message>
    <message>
        <source>{share} of the points pass</source>
        <translation>Өту үшін ұпайдың {share}-ы керек</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s), then it is handed in</source>
        <translation>
            <numerusform>%n минут, содан кейін тест өзі тапсырылады</numerusform>
            <numerusform>%n минут, содан кейін тест өзі тапсырылады</numerusform>
        </translation>
    </message>
    <message>
        <source>No time limit: take your time</source>
        <translation>Уақыт шектелмеген: асықпаңыз</translation>
    </message>
    <message>
        <source>You see after each question whether it is right</source>
        <translation>Жауаптың дұрыс-бұрысын әр сұрақтан кейін көресіз</translation>
    </message>
    <message>
        <source>You see at the end what was right</source>
        <translation>Ненің дұрыс болғанын соңында көресіз</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) so far</source>
        <translation>
            <numerusform>%n талпыныс</numerusform>
            <numerusform>%n талпыныс</numerusform>
        </translation>
    </message>
    <message>
        <source>{attempts}, best: {best}</source>
        <translation>{attempts}, үздік нәтиже: {best}</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>Тағы %n мүмкіндік қалды</numerusform>
            <numerusform>Тағы %n мүмкіндік қалды</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped at question {number} of {count}. All answers are kept.</source>
        <translation>{count} сұрақтың {number}-сұрағында тоқтадыңыз. Барлық жауап сақталған.</translation>
    </message>
    <message>
        <source>Continue where you stopped</source>
        <translation>Тоқтаған жерден жалғастыру</translation>
    </message>
    <message>
        <source>All attempts are used. Your best result counts.</source>
        <translation>Барлық мүмкіндік пайдаланылды. Ең жақсы нәтиже есептеледі.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Бастау</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>өттіңіз</translation>
    </message>
    <message>
        <source>not yet passed</source>
        <translation>әзірге өтпедіңіз</translation>
    </message>
    <message>
        <source>Attempt {number}: {share}</source>
        <translation>{number}-талпыныс: {share}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>not answered</source>
        <translation>жауап жоқ</translation>
    </message>
    <message>
        <source>partly answered</source>
        <translation>жартылай жауап берілген</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>жауап берілді</translation>
    </message>
    <message>
        <source>right</source>
        <translation>дұрыс</translation>
    </message>
    <message>
        <source>partly right</source>
        <translation>жартылай дұрыс</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>дұрыс емес</translation>
    </message>
    <message>
        <source>no longer in the course</source>
        <translation>курста енді жоқ</translation>
    </message>
    <message>
        <source>{state}, flagged</source>
        <translation>{state}, белгіленген</translation>
    </message>
    <message>
        <source>Question {number}: {state}</source>
        <translation>{number}-сұрақ: {state}</translation>
    </message>
    <message>
        <source>{name}, on the screen</source>
        <translation>{name}, қазір экранда</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Сұрақтар</translation>
    </message>
</context>
<context>
    <name>TimerLabel</name>
    <message>
        <source>Time hidden</source>
        <extracomment>seconds left at which the learner is told</extracomment>
        <translation>Уақыт жасырылған</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Бір минуттан аз қалды</translation>
    </message>
    <message numerus="yes">
        <source>Time left: %n minute(s)</source>
        <translation>
            <numerusform>%n минут қалды</numerusform>
            <numerusform>%n минут қалды</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the time</source>
        <translation>Уақытты көрсету</translation>
    </message>
    <message>
        <source>Hide the time</source>
        <translation>Уақытты жасыру</translation>
    </message>
</context>
<context>
    <name>TrueFalseView</name>
    <message>
        <source>True</source>
        <extracomment>narrower than this (pixels at scale 1) the two stand below each other</extracomment>
        <translation>Дұрыс</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Бұрыс</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Неге?</translation>
    </message>
    <message>
        <source>Now choose why.</source>
        <translation>Енді себебін таңдаңыз.</translation>
    </message>
</context>
<context>
    <name>_ContinueBar</name>
    <message>
        <source>Continue the quiz: {title}</source>
        <translation>Тестті жалғастыру: {title}</translation>
    </message>
    <message>
        <source>Your answers so far are kept</source>
        <translation>Жауаптарыңыз сақталған</translation>
    </message>
    <message>
        <source>This comes next</source>
        <translation>Бұл – келесі қадам</translation>
    </message>
    <message>
        <source>Start the quiz: {title}</source>
        <translation>Тестті бастау: {title}</translation>
    </message>
    <message>
        <source>Continue: {title}</source>
        <translation>Жалғастыру: {title}</translation>
    </message>
    <message>
        <source>{percent} read</source>
        <translation>{percent} оқылды</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Бастау</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n сабақ</numerusform>
            <numerusform>%n сабақ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n сұрақ</numerusform>
            <numerusform>%n сұрақ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>шамамен %n минут</numerusform>
            <numerusform>шамамен %n минут</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>One answer</source>
        <translation>Бір жауап</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Бірнеше жауап</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Дұрыс па, бұрыс па</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Сан</translation>
    </message>
    <message>
        <source>Short answer</source>
        <translation>Қысқа жауап</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Сәйкестендіру</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Топтастыру</translation>
    </message>
    <message>
        <source>Put in order</source>
        <translation>Ретімен қою</translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation>Бос орынды толтыру</translation>
    </message>
    <message>
        <source>Find in the picture</source>
        <translation>Суреттен табу</translation>
    </message>
    <message>
        <source>Table of choices</source>
        <translation>Кестеден таңдау</translation>
    </message>
    <message>
        <source>Open answer</source>
        <translation>Толық жауап</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Сұрақ</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n ұпай</numerusform>
            <numerusform>%n ұпай</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} ұпай</translation>
    </message>
    <message numerus="yes">
        <source>{points} of %n point(s)</source>
        <translation>
            <numerusform>%n ұпайдан {points}</numerusform>
            <numerusform>%n ұпайдан {points}</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} of {all} points</source>
        <translation>{all} ұпайдан {points}</translation>
    </message>
    <message>
        <source>Right! {score}</source>
        <translation>Дұрыс! {score}</translation>
    </message>
    <message>
        <source>Partly right: {score}</source>
        <translation>Жартылай дұрыс: {score}</translation>
    </message>
    <message>
        <source>Not right this time: {score}</source>
        <translation>Әзірге дұрыс емес: {score}</translation>
    </message>
    <message>
        <source>Right!</source>
        <translation>Дұрыс!</translation>
    </message>
    <message>
        <source>Partly right</source>
        <translation>Жартылай дұрыс</translation>
    </message>
    <message>
        <source>Not right this time</source>
        <translation>Әзірге дұрыс емес</translation>
    </message>
    <message>
        <source>Kept for your teacher</source>
        <translation>Мұғалім үшін сақталды</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something went wrong in EcoLearn. What was saved is safe; please go on, and tell your teacher if it happens again.</source>
        <translation>EcoLearn-де ақау болды. Сақталғанның бәрі орнында; жалғастыра беріңіз, ал қайталанса, мұғалімге айтыңыз.</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Source: {source}</source>
        <extracomment>the document is laid out in pixels of 1/96 inch and scaled when it is painted one object draws the formulas of all looks</extracomment>
        <translation>Дереккөз: {source}</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Дерек</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Кеңес</translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation>Абай болыңыз</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Мысал</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Есте сақтаңыз</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Жасап көріңіз</translation>
    </message>
    <message>
        <source>Name: {line}    Class: {short}    Date: {short}</source>
        <translation>Аты-жөні: {line}    Сыныбы: {short}    Күні: {short}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{page}-бет, барлығы {pages}</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>{number} h</source>
        <translation>{number} сағ</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Басталған</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Аяқталған</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Басталмаған</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Оқылып жатыр</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Оқылды</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Әлі оқылмаған</translation>
    </message>
    <message>
        <source>Waiting for you to go on</source>
        <translation>Жалғасын күтіп тұр</translation>
    </message>
    <message>
        <source>Not passed yet</source>
        <translation>Әзірге өтпедіңіз</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Өттіңіз</translation>
    </message>
    <message>
        <source>Not taken yet</source>
        <translation>Әлі басталмаған</translation>
    </message>
    <message>
        <source>Grades 1–4</source>
        <translation>1–4-сыныптар</translation>
    </message>
    <message>
        <source>Grades 5–9</source>
        <translation>5–9-сыныптар</translation>
    </message>
    <message>
        <source>Grades 10–11, colleges</source>
        <translation>10–11-сыныптар, колледждер</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>Химия</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Отбасы</translation>
    </message>
    <message>
        <source>Professionals</source>
        <translation>Мамандар</translation>
    </message>
    <message>
        <source>This part is not translated yet, so it is shown in another language: {name}.</source>
        <translation>Бұл бөлік әлі аударылмаған, сондықтан басқа тілде көрсетілген: {name}.</translation>
    </message>
    <message>
        <source>Needs a newer EcoLearn</source>
        <translation>EcoLearn-нің жаңарақ нұсқасы керек</translation>
    </message>
    <message>
        <source>Cannot be read: ask your teacher</source>
        <translation>Ашылмайды: мұғалімге айтыңыз</translation>
    </message>
</context>
<context>
    <name>worksheet</name>
    <message>
        <source>Answers</source>
        <translation>Жауаптар</translation>
    </message>
    <message>
        <source>For the teacher: take this page out.</source>
        <translation>Мұғалімге: бұл бетті алып қойыңыз.</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Дұрыс</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Бұрыс</translation>
    </message>
    <message>
        <source>An answer of one&apos;s own.</source>
        <translation>Өз сөзімен берілген жауап.</translation>
    </message>
    <message>
        <source>Because:</source>
        <translation>Себебі:</translation>
    </message>
    <message>
        <source>Answer: {line}</source>
        <translation>Жауабы: {line}</translation>
    </message>
    <message>
        <source>Write where each belongs: {bins}</source>
        <translation>Әрқайсысының орнын жазыңыз: {bins}</translation>
    </message>
    <message>
        <source>Number the steps in the right order.</source>
        <translation>Қадамдарды дұрыс ретімен нөмірлеңіз.</translation>
    </message>
    <message>
        <source>Mark the places in the picture.</source>
        <translation>Суреттегі орындарды белгілеңіз.</translation>
    </message>
    <message>
        <source>Mark the place.</source>
        <translation>Орнын белгілеңіз.</translation>
    </message>
</context>
</TS>
