<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk_KZ" sourcelanguage="en_US">
<context>
    <name>ActivityCard</name>
    <message>
        <source>Start again</source>
        <translation>Басынан бастау</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Көшіру</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Басып шығару</translation>
    </message>
    <message>
        <source>This kind of activity needs a newer EcoLearn.</source>
        <translation>Бұл тапсырмаға EcoLearn-нің жаңарақ нұсқасы керек.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сақталды</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Сақталмады</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Көшірілді</translation>
    </message>
</context>
<context>
    <name>ActivityDesk</name>
    <message>
        <source>The activity {id} is missing from this course.</source>
        <translation>Бұл курста {id} тапсырмасы жоқ.</translation>
    </message>
</context>
<context>
    <name>AgreeScale</name>
    <message>
        <source>0: not at all</source>
        <translation>0: мүлде келіспеймін</translation>
    </message>
    <message>
        <source>10: completely</source>
        <translation>10: толық келісемін</translation>
    </message>
    <message>
        <source>Not answered yet. Choose with the arrow keys; Enter takes the middle.</source>
        <translation>Әлі жауап берілмеген. Көрсеткі пернелермен таңдаңыз; Enter ортасын таңдайды.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Хабарды жабу</translation>
    </message>
</context>
<context>
    <name>CalculatorView</name>
    <message>
        <source>Your guess</source>
        <extracomment>results are spoken after this pause, ms: not while a slider is dragged “how it is calculated” is written anew after this pause, ms charts have this many bars, the rest is left to the table whether results may be seen: there is nothing to guess, or it was guessed or skipped</extracomment>
        <translation>Болжамыңыз</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Енгізілгені</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Нәтижелер</translation>
    </message>
    <message>
        <source>How it is calculated</source>
        <translation>Қалай есептеледі</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Жазбаларым</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Дереккөз: {source}</translation>
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
    <name>ChangeCard</name>
    <message>
        <source>for instance: other lamps</source>
        <translation>мысалы, басқа шамдар</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Салыстыру</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation>Салыстыруды тоқтату</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Дейін және кейін</translation>
    </message>
    <message>
        <source>What did you change, and when? The mean before that day is compared with the mean from that day on.</source>
        <translation>Нені және қашан өзгерттіңіз? Сол күнге дейінгі орташа мән сол күннен кейінгісімен салыстырылады.</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Не өзгерді</translation>
    </message>
    <message>
        <source>Day of the change</source>
        <translation>Өзгеріс күні</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} күнінен бері</translation>
    </message>
    <message>
        <source>Too few values to compare</source>
        <translation>Салыстыруға мән аз</translation>
    </message>
    <message>
        <source>Before: {before}. After: {after}.</source>
        <translation>Дейін: {before}; кейін: {after}</translation>
    </message>
    <message>
        <source>This day is still to come. Please choose today or a day before.</source>
        <translation>Бұл күн әлі келген жоқ. Бүгінгі не одан бұрынғы күнді таңдаңыз.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Value</source>
        <translation>Мәні</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Күні</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Бөлігі</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Үлесі</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Аралығы</translation>
    </message>
    <message>
        <source>{number} {unit}</source>
        <translation>{number} {unit}</translation>
    </message>
    <message>
        <source>&lt;1%</source>
        <translation>&lt;1&#xa0;%</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>Lines: {items}</source>
        <translation>Сызықтар: {items}</translation>
    </message>
    <message>
        <source>Shares: {items}</source>
        <translation>Үлестер: {items}</translation>
    </message>
    <message>
        <source>Bars: {items}</source>
        <translation>Бағандар: {items}</translation>
    </message>
    <message>
        <source>{name}: nothing yet</source>
        <translation>{name}: әзірге бос</translation>
    </message>
    <message>
        <source>{place}: {value}</source>
        <translation>{place}: {value}</translation>
    </message>
    <message>
        <source>{name} – first {first}, last {last}, lowest {lowest}, highest {highest}</source>
        <translation>{name} – алғашқысы {first}, соңғысы {last}, ең азы {lowest}, ең көбі {highest}</translation>
    </message>
</context>
<context>
    <name>ChartBox</name>
    <message>
        <source>Show as chart</source>
        <translation>Диаграмма түрінде</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Кесте түрінде</translation>
    </message>
</context>
<context>
    <name>ChecklistView</name>
    <message>
        <source>Ticked</source>
        <translation>Белгіленгені</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Орындалды</translation>
    </message>
    <message>
        <source>{count} of {whole}</source>
        <translation>{count} / {whole}</translation>
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
    <name>DebateView</name>
    <message>
        <source>Before the debate: how far do you agree?</source>
        <extracomment>an answer or a role is kept after this pause, ms</extracomment>
        <translation>Пікірталасқа дейін: қаншалықты келісесіз?</translation>
    </message>
    <message>
        <source>After the debate: how far do you agree now?</source>
        <translation>Пікірталастан кейін: енді қаншалықты келісесіз?</translation>
    </message>
    <message>
        <source>You before and after</source>
        <translation>Пікіріңіз: дейін және кейін</translation>
    </message>
    <message>
        <source>The roles</source>
        <translation>Рөлдер</translation>
    </message>
    <message numerus="yes">
        <source>Evidence for everybody: %n fact(s)</source>
        <translation>
            <numerusform>Бәріне ортақ деректер: %n</numerusform>
            <numerusform>Бәріне ортақ деректер: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) altogether</source>
        <translation>
            <numerusform>барлығы %n минут</numerusform>
            <numerusform>барлығы %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>The rounds: {minutes}</source>
        <translation>Раундтар: {minutes}</translation>
    </message>
    <message>
        <source>Think about it</source>
        <translation>Ойланыңыз</translation>
    </message>
    <message>
        <source>Groups:</source>
        <translation>Топтар:</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Топтар саны</translation>
    </message>
    <message>
        <source>Deal the roles</source>
        <translation>Рөлдерді бөлу</translation>
    </message>
    <message>
        <source>Choose your role</source>
        <translation>Рөліңізді таңдаңыз</translation>
    </message>
    <message>
        <source>Choose your role:</source>
        <translation>Рөліңізді таңдаңыз:</translation>
    </message>
    <message>
        <source>You are: {name}</source>
        <translation>Сіздің рөліңіз: {name}</translation>
    </message>
    <message>
        <source>What you can say</source>
        <translation>Не айта аласыз</translation>
    </message>
    <message>
        <source>What you can answer the others</source>
        <translation>Басқаларға не деп жауап бере аласыз</translation>
    </message>
    <message numerus="yes">
        <source>Your evidence: %n fact(s)</source>
        <translation>
            <numerusform>Сіздің деректеріңіз: %n</numerusform>
            <numerusform>Сіздің деректеріңіз: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>{number}-топ</translation>
    </message>
    <message>
        <source>Group {number}: {role}</source>
        <translation>{number}-топ: {role}</translation>
    </message>
    <message>
        <source>Before {before}, after {after}: you still agree as far as before.</source>
        <translation>Дейін – {before}, кейін – {after}: бұрынғыдай келісесіз.</translation>
    </message>
    <message>
        <source>Before {before}, after {after}: you agree more than before.</source>
        <translation>Дейін – {before}, кейін – {after}: бұрынғыдан көбірек келісесіз.</translation>
    </message>
    <message>
        <source>Before {before}, after {after}: you agree less than before.</source>
        <translation>Дейін – {before}, кейін – {after}: бұрынғыдан азырақ келісесіз.</translation>
    </message>
</context>
<context>
    <name>DiaryPage</name>
    <message>
        <source>Eco-diary</source>
        <extracomment>what courses say of series, with the languages of each course</extracomment>
        <translation>Экокүнделік</translation>
    </message>
    <message>
        <source>Choose a course</source>
        <translation>Курс таңдау</translation>
    </message>
    <message>
        <source>What you measure again and again, and what came of it.</source>
        <translation>Ұдайы өлшейтіндеріңіз және содан не шыққаны.</translation>
    </message>
    <message>
        <source>Here you write down what you measure again and again. None of the courses on this PC has anything to measure yet.</source>
        <translation>Мұнда ұдайы өлшейтін нәрселеріңізді жазасыз. Әзірге бұл компьютердегі курстарда өлшейтін ештеңе жоқ.</translation>
    </message>
    <message>
        <source>Choose what you want to measure, and write down the first value. Measure again later: that shows whether a change helped.</source>
        <translation>Нені өлшейтініңізді таңдап, алғашқы мәнін жазыңыз. Кейін қайта өлшеңіз: өзгерістің көмегі тигенін сонда көресіз.</translation>
    </message>
    <message>
        <source>Save everything as a table</source>
        <translation>Бәрін кесте етіп сақтау</translation>
    </message>
    <message>
        <source>Begin today</source>
        <translation>Бүгін бастаңыз</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>Алғашқысы {first}, соңғысы {last}</translation>
    </message>
    <message>
        <source>eco-diary</source>
        <translation>экокүнделік</translation>
    </message>
    <message>
        <source>Save as table</source>
        <translation>Кесте етіп сақтау</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Өлшеу</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Күні</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Мәні</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Бірлігі</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>The table is saved: {name}</source>
        <translation>Кесте сақталды: {name}</translation>
    </message>
    <message>
        <source>The table could not be saved there. The place may be full, read-only, or the file is open in another program. Please choose another place or name.</source>
        <translation>Кестені ол жерге сақтау мүмкін болмады. Орын толған, жазуға жабық не файл басқа бағдарламада ашық болуы мүмкін. Басқа орынды немесе атты таңдаңыз.</translation>
    </message>
</context>
<context>
    <name>DiaryView</name>
    <message>
        <source>Open the diary</source>
        <translation>Күнделікті ашу</translation>
    </message>
    <message>
        <source>Nothing written yet. Begin today.</source>
        <translation>Әзірге жазба жоқ. Бүгін бастаңыз.</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>соңғы рет: {day}</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Correct</source>
        <translation>Түзету</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Күні</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Мәні</translation>
    </message>
    <message>
        <source>Use per day</source>
        <translation>Күндік шығын</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>Correct the entry of {day}</source>
        <translation>Жазбаны түзету: {day}</translation>
    </message>
    <message>
        <source>Remove the entry of {day}</source>
        <translation>Жазбаны алып тастау: {day}</translation>
    </message>
</context>
<context>
    <name>EntriesTable</name>
    <message>
        <source>Entries of {title}</source>
        <extracomment>rows that are seen at once; more are scrolled to rows that decide how wide a column is: all of 1,000 would take long narrower than this, the use per day is left to the chart narrower than this, notes are left to the form</extracomment>
        <translation>Жазбалар: {title}</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>optional</source>
        <translation>міндетті емес</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бас тарту</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>Тағы бір қараңыз</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Түзету</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Күні</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>Saved: {value}, {day}</source>
        <translation>Сақталды: {value}, {day}</translation>
    </message>
    <message>
        <source>This day is still to come. Please choose today or a day before.</source>
        <translation>Бұл күн әлі келген жоқ. Бүгінгі не одан бұрынғы күнді таңдаңыз.</translation>
    </message>
    <message>
        <source>Yes, save it</source>
        <translation>Иә, сақтау</translation>
    </message>
    <message>
        <source>Yes, it was exchanged</source>
        <translation>Иә, ауыстырылды</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сақтау</translation>
    </message>
</context>
<context>
    <name>FactView</name>
    <message>
        <source>Fact</source>
        <extracomment>tone of the chip that says how sure a fact is</extracomment>
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
        <extracomment>how a day is written; en: 21 January 2025</extracomment>
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
    <message>
        <source>Doubtful: this is what you check.</source>
        <translation>Күмәнді: дәл осыны тексересіз.</translation>
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
    <name>InputsPanel</name>
    <message>
        <source>Choose</source>
        <extracomment>steps of a slider whose author did not say digits of a number whose author did not say; a share that was moved along has many inputs that were moved, by hand or along with others</extracomment>
        <translation>Таңдаңыз</translation>
    </message>
    <message>
        <source>enter</source>
        <translation>сан</translation>
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
    <name>NumberCheckView</name>
    <message>
        <source>What is behind it</source>
        <translation>Мұның астарында не бар</translation>
    </message>
    <message>
        <source>The claim</source>
        <translation>Тұжырым</translation>
    </message>
    <message>
        <source>Somebody wrote:</source>
        <translation>Біреу былай деп жазған:</translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation>Дереккөздер не дейді</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Сан</translation>
    </message>
    <message numerus="yes">
        <source>Where the numbers come from: %n fact(s)</source>
        <translation>
            <numerusform>Сандар қайдан алынған: %n дерек</numerusform>
            <numerusform>Сандар қайдан алынған: %n дерек</numerusform>
        </translation>
    </message>
    <message>
        <source>Right without help: {right} of {whole}</source>
        <translation>Көмексіз дұрыс: {right} / {whole}</translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) after this one.</source>
        <translation>
            <numerusform>Бұдан кейін тағы %n сұрақ бар.</numerusform>
            <numerusform>Бұдан кейін тағы %n сұрақ бар.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) after this one, then your verdict.</source>
        <translation>
            <numerusform>Бұдан кейін тағы %n сұрақ, сосын – қорытындыңыз.</numerusform>
            <numerusform>Бұдан кейін тағы %n сұрақ, сосын – қорытындыңыз.</numerusform>
        </translation>
    </message>
    <message>
        <source>After this question you give your verdict.</source>
        <translation>Осы сұрақтан кейін қорытынды жасайсыз.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>{number} {unit}</source>
        <translation>{number} {unit}</translation>
    </message>
    <message>
        <source>Please enter a number.</source>
        <translation>Сан енгізіңіз.</translation>
    </message>
    <message>
        <source>This is not a number. Digits, a comma or a point are understood.</source>
        <translation>Бұл сан емес. Цифр, үтір не нүкте жарайды.</translation>
    </message>
    <message>
        <source>Please enter a number from {low} to {high}.</source>
        <translation>{low} – {high} аралығындағы санды енгізіңіз.</translation>
    </message>
    <message>
        <source>Please enter a whole number.</source>
        <translation>Бүтін сан енгізіңіз.</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>{low} – {high} аралығында</translation>
    </message>
</context>
<context>
    <name>NumberSlider</name>
    <message>
        <source>{label}, {unit}</source>
        <translation>{label}, {unit}</translation>
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
    <name>PredictionBox</name>
    <message>
        <source>First guess</source>
        <translation>Алдымен болжап көріңіз</translation>
    </message>
    <message>
        <source>{label}: what do you think?</source>
        <translation>{label}: қалай ойлайсыз?</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Салыстыру</translation>
    </message>
    <message>
        <source>Show without guessing</source>
        <translation>Болжамсыз көрсету</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Болжамыңыз</translation>
    </message>
    <message>
        <source>Exactly what you guessed.</source>
        <translation>Дәл таптыңыз.</translation>
    </message>
    <message>
        <source>Your guess and the result are almost the same.</source>
        <translation>Болжамыңыз бен нәтиже бірдей дерлік.</translation>
    </message>
    <message>
        <source>Your guess is {number} % above the result.</source>
        <translation>Болжамыңыз нәтижеден {number}&#xa0;% артық.</translation>
    </message>
    <message>
        <source>Your guess is {number} % below the result.</source>
        <translation>Болжамыңыз нәтижеден {number}&#xa0;% кем.</translation>
    </message>
    <message>
        <source>Your guess is {number} percentage points above the result.</source>
        <translation>Болжамыңыз нәтижеден {number} пайыздық пунктке артық.</translation>
    </message>
    <message>
        <source>Your guess is {number} percentage points below the result.</source>
        <translation>Болжамыңыз нәтижеден {number} пайыздық пунктке кем.</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Lesson</source>
        <extracomment>an editor saves in several steps; wait for the last for folders on a network or a stick, which send no notice of changes problems are listed up to this number: who mends a thousand sees the next ones then</extracomment>
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
        <source>Eco-diary</source>
        <translation>Күнделік</translation>
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
    <message>
        <source>What you measure again and again (Alt+4)</source>
        <translation>Ұдайы өлшейтіндеріңіз (Alt+4)</translation>
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
    <name>ResultsPanel</name>
    <message>
        <source>One number is missing</source>
        <extracomment>letters of a unit that stands in the field of a guess</extracomment>
        <translation>Бір сан жетіспейді</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Енгізу</translation>
    </message>
    <message>
        <source>There is no result for these numbers</source>
        <translation>Бұл сандардан нәтиже шықпайды</translation>
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
        <source>Remember</source>
        <translation>Есте сақтаңыз</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>әзірге нәтиже жоқ</translation>
    </message>
    <message>
        <source>Enter “{name}” to see the rest.</source>
        <translation>Қалғанын көру үшін «{name}» мәнін енгізіңіз.</translation>
    </message>
    <message>
        <source>Enter these to see the rest: {name}.</source>
        <translation>Қалғанын көру үшін мыналарды енгізіңіз: {name}.</translation>
    </message>
    <message>
        <source>Some numbers are missing</source>
        <translation>Бірнеше сан жетіспейді</translation>
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
    <name>RoundsView</name>
    <message>
        <source>Next round</source>
        <translation>Келесі раунд</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n&#xa0;мин</numerusform>
            <numerusform>%n&#xa0;мин</numerusform>
        </translation>
    </message>
    <message>
        <source>Round {number}: {title}</source>
        <translation>{number}-раунд: {title}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Кідірту</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Бастау</translation>
    </message>
    <message>
        <source>Time is up: {title}. Go on to the next round.</source>
        <translation>Уақыт бітті: {title}. Келесі раундқа өтіңіз.</translation>
    </message>
    <message>
        <source>Time is up: {title}. That was the last round.</source>
        <translation>Уақыт бітті: {title}. Бұл соңғы раунд болды.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n минут қалды</numerusform>
            <numerusform>%n минут қалды</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Removed: {name}</source>
        <translation>Алып тасталды: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Болдырмау</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Жол қосу</translation>
    </message>
    <message>
        <source>There are no rows yet.</source>
        <translation>Әзірге бірде-бір жол жоқ.</translation>
    </message>
    <message>
        <source>There is room for {count} rows.</source>
        <translation>Ең көбі {count} жол сыяды.</translation>
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
        <translation>Жұмысыңыз осы компьютерде басқа терезеде де ашық. Жауаптарыңызды екеуі де сақтайды, бірақ бір терезеде жұмыс істеген түсініктірек.</translation>
    </message>
</context>
<context>
    <name>ScenarioView</name>
    <message>
        <source>The end</source>
        <translation>Соңы</translation>
    </message>
    <message>
        <source>Scene {number}</source>
        <translation>{number}-көрініс</translation>
    </message>
    <message>
        <source>Sheet {number} of the case</source>
        <translation>Іс, {number}-парақ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Take the last choice back</source>
        <translation>Соңғы таңдауды болдырмау</translation>
    </message>
    <message>
        <source>This way has become very long. Go back, or start again.</source>
        <translation>Бұл жол тым ұзап кетті. Артқа қайтыңыз не басынан бастаңыз.</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Таңдауыңыз</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Не болды</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Әрі қарай</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Бұдан не шықты</translation>
    </message>
    <message>
        <source>The way you took</source>
        <translation>Сіз жүрген жол</translation>
    </message>
    <message>
        <source>What is known about it</source>
        <translation>Бұл туралы не белгілі</translation>
    </message>
    <message>
        <source>Try another way</source>
        <translation>Басқа жолды көру</translation>
    </message>
</context>
<context>
    <name>ScenarioWords</name>
    <message>
        <source>A good end</source>
        <translation>Жақсы аяқталды</translation>
    </message>
    <message>
        <source>An end with two sides</source>
        <translation>Жақсысы да, жаманы да бар</translation>
    </message>
    <message>
        <source>This did not end well</source>
        <translation>Жақсы аяқталған жоқ</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Соңы</translation>
    </message>
    <message>
        <source>better</source>
        <translation>жақсарды</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>нашарлады</translation>
    </message>
    <message>
        <source>{meter}: {change}, now {value}</source>
        <translation>{meter}: {change}, енді {value}</translation>
    </message>
    <message>
        <source>{points} of {most} points</source>
        <translation>Ұпай: {points} / {most}</translation>
    </message>
    <message>
        <source>{points}: no way has more.</source>
        <translation>{points}. Одан көп ұпай беретін жол жоқ.</translation>
    </message>
    <message>
        <source>{points}: another way has more.</source>
        <translation>{points}. Басқа жол көбірек ұпай береді.</translation>
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
    <name>SeriesView</name>
    <message>
        <source>All series</source>
        <translation>Барлық өлшеулер</translation>
    </message>
    <message>
        <source>Save as table</source>
        <translation>Кесте етіп сақтау</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Жазбалар</translation>
    </message>
    <message>
        <source>Write down the first value. Measure again in a few days, always the same way: then you will see how it goes.</source>
        <translation>Алғашқы мәнді жазыңыз. Бірнеше күннен соң дәл солай қайта өлшеңіз: сонда қалай өзгеретінін көресіз.</translation>
    </message>
    <message>
        <source>The next reading will show how much is used in a day.</source>
        <translation>Күніне қанша жұмсалатынын келесі көрсеткіш көрсетеді.</translation>
    </message>
    <message>
        <source>So far: {value}. One more value, and there is a chart.</source>
        <translation>Әзірге {value}: тағы бір мән жазсаңыз, диаграмма шығады.</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Жаңа жазба</translation>
    </message>
    <message>
        <source>Correct the entry of {day}</source>
        <translation>Жазбаны түзету: {day}</translation>
    </message>
    <message>
        <source>Removed: {value}, {day}</source>
        <translation>Алып тасталды: {value}, {day}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Болдырмау</translation>
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
    <name>SortingEnd</name>
    <message>
        <source>What went into another bin</source>
        <translation>Басқа жәшікке түскендер</translation>
    </message>
    <message>
        <source>Well practised!</source>
        <translation>Жақсы жаттықтыңыз!</translation>
    </message>
    <message>
        <source>Practised</source>
        <translation>Жаттығып алдыңыз</translation>
    </message>
    <message>
        <source>Mastered: this is clean enough to be recycled.</source>
        <translation>Меңгерілді: қайта өңдеуге жарайтындай таза.</translation>
    </message>
    <message>
        <source>Not clean enough yet</source>
        <translation>Әзірге таза емес</translation>
    </message>
    <message>
        <source>{count} of {whole}</source>
        <translation>{count} / {whole}</translation>
    </message>
    <message>
        <source>right at the first try</source>
        <translation>бірінші ретте дұрыс</translation>
    </message>
    <message>
        <source>You: {chosen}. Right: {right}.</source>
        <translation>Сіз: {chosen}. Дұрысы: {right}.</translation>
    </message>
    <message>
        <source>Again with what I missed</source>
        <translation>Қателерді қайталау</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Тағы ойнау</translation>
    </message>
    <message>
        <source>Choose another game</source>
        <translation>Басқа ойын таңдау</translation>
    </message>
    <message>
        <source>Your best game so far: {share} right</source>
        <translation>Ең үздік ойыныңыз: {share} дұрыс</translation>
    </message>
</context>
<context>
    <name>SortingView</name>
    <message>
        <source>Everything</source>
        <extracomment>so many right ones in a row are worth a word</extracomment>
        <translation>Барлығы</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n thing(s)</source>
        <translation>
            <numerusform>%n заттан {count}</numerusform>
            <numerusform>%n заттан {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n зат</numerusform>
            <numerusform>%n зат</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag it into a bin, click the bin, or press its number.</source>
        <translation>Жәшікке сүйреңіз, жәшікті басыңыз не оның нөмірін теріңіз.</translation>
    </message>
    <message>
        <source>Enter goes on.</source>
        <translation>Enter – әрі қарай.</translation>
    </message>
    <message>
        <source>{number} of {whole}</source>
        <translation>{number} / {whole}</translation>
    </message>
    <message>
        <source>Things sorted</source>
        <translation>Сұрыпталғаны</translation>
    </message>
    <message numerus="yes">
        <source>%n right in a row</source>
        <translation>
            <numerusform>Қатарынан %n дұрыс</numerusform>
            <numerusform>Қатарынан %n дұрыс</numerusform>
        </translation>
    </message>
    <message>
        <source>Thing {number} of {whole}. Press the number of a bin.</source>
        <translation>{whole} заттың {number}-заты. Жәшіктің нөмірін басыңыз.</translation>
    </message>
    <message>
        <source>Right: {thing} → {bin}</source>
        <translation>Дұрыс: {thing} → {bin}</translation>
    </message>
    <message>
        <source>Not there. It goes here: {thing} → {bin}</source>
        <translation>Олай емес. Орны: {thing} → {bin}</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Нәтижені көру</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Келесі</translation>
    </message>
    <message>
        <source>Right place</source>
        <translation>Дұрыс орны</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Мұнда емес</translation>
    </message>
    <message>
        <source>Right: {bin}. {why}</source>
        <translation>Дұрыс: {bin}. {why}</translation>
    </message>
    <message>
        <source>Not right. It belongs in {bin}. {why}</source>
        <translation>Дұрыс емес. Орны: {bin}. {why}</translation>
    </message>
</context>
<context>
    <name>SortingWords</name>
    <message>
        <source>of all things in a wrong bin</source>
        <translation>қате салынған заттың үлесі</translation>
    </message>
    <message>
        <source>wrong things in “{bin}”</source>
        <translation>«{bin}» жәшігіндегі бөгде зат</translation>
    </message>
    <message>
        <source>Nothing was put into “{bin}”, so nothing can be said about it.</source>
        <translation>«{bin}» жәшігіне ештеңе салынбады, сондықтан ол туралы ештеңе айтуға болмайды.</translation>
    </message>
    <message numerus="yes">
        <source>{wrong} of %n thing(s) in “{bin}” did not belong there: {share}.</source>
        <translation>
            <numerusform>«{bin}» жәшігіндегі %n заттан бөгдесі – {wrong}: {share}.</numerusform>
            <numerusform>«{bin}» жәшігіндегі %n заттан бөгдесі – {wrong}: {share}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{wrong} of %n thing(s) did not belong there: {share}.</source>
        <translation>
            <numerusform>%n заттан қате жәшікке түскені – {wrong}: {share}.</numerusform>
            <numerusform>%n заттан қате жәшікке түскені – {wrong}: {share}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to {limit} is clean enough.</source>
        <translation>{limit}-ға дейін – таза.</translation>
    </message>
    <message>
        <source>{count} of {whole} right at the first try</source>
        <translation>Бірінші ретте дұрыс: {count} / {whole}</translation>
    </message>
    <message>
        <source>What went into another bin</source>
        <translation>Басқа жәшікке түскендер</translation>
    </message>
    <message>
        <source>{thing}: {chosen} (right: {right}). {why}</source>
        <translation>{thing}: {chosen} (дұрысы: {right}). {why}</translation>
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
    <name>StepEntry</name>
    <message>
        <source>What happened</source>
        <translation>Не болды</translation>
    </message>
    <message>
        <source>Choose differently here</source>
        <translation>Мұнда басқасын таңдау</translation>
    </message>
    <message>
        <source>Choose differently here: {scene}</source>
        <translation>Мұнда басқасын таңдау: {scene}</translation>
    </message>
    <message>
        <source>What happened: {choice}</source>
        <translation>Не болды: {choice}</translation>
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
    <name>StepView</name>
    <message>
        <source>Question {number} of {whole}</source>
        <translation>{whole} сұрақтың {number}-сұрағы</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Жауабыңыз</translation>
    </message>
    <message>
        <source>Answer: {question}</source>
        <translation>Жауап: {question}</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Тексеру</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Көмек</translation>
    </message>
    <message>
        <source>Show the working</source>
        <translation>Шешуін көрсету</translation>
    </message>
    <message>
        <source>The question then does not count as solved.</source>
        <translation>Онда сұрақ шешілген болып есептелмейді.</translation>
    </message>
    <message>
        <source>How it is calculated</source>
        <translation>Қалай есептеледі</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>Жауабы: {answer}</translation>
    </message>
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
        <source>You looked at the working.</source>
        <translation>Сіз шешуін қарадыңыз.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Дұрыс</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>Әзірге дұрыс емес</translation>
    </message>
    <message>
        <source>The number is right, the unit is not</source>
        <translation>Сан дұрыс, бірлігі басқа</translation>
    </message>
    <message>
        <source>Give an answer first.</source>
        <translation>Алдымен жауап беріңіз.</translation>
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
    <name>VerdictRows</name>
    <message>
        <source>What is your verdict?</source>
        <translation>Қандай қорытынды жасайсыз?</translation>
    </message>
    <message>
        <source>Give the verdict</source>
        <translation>Қорытынды жасау</translation>
    </message>
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
    <name>WorkingFold</name>
    <message>
        <source>How it is calculated</source>
        <translation>Қалай есептеледі</translation>
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
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n жазба</numerusform>
            <numerusform>%n жазба</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) from before that day are needed.</source>
        <translation>
            <numerusform>Сол күнге дейінгі тағы %n мән керек.</numerusform>
            <numerusform>Сол күнге дейінгі тағы %n мән керек.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) from that day or later are needed.</source>
        <translation>
            <numerusform>Сол күнгі не одан кейінгі тағы %n мән керек.</numerusform>
            <numerusform>Сол күнгі не одан кейінгі тағы %n мән керек.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RowView</name>
    <message>
        <source>row {number}</source>
        <translation>{number}-жол</translation>
    </message>
    <message>
        <source>{label}, {unit}</source>
        <translation>{label}, {unit}</translation>
    </message>
    <message>
        <source>{label}, row {number}</source>
        <translation>{label}, {number}-жол</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Алып тастау: {name}</translation>
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
    <name>activities</name>
    <message>
        <source>Calculator</source>
        <translation>Калькулятор</translation>
    </message>
    <message>
        <source>Sorting game</source>
        <translation>Сұрыптау ойыны</translation>
    </message>
    <message>
        <source>What would you do?</source>
        <translation>Сіз не істер едіңіз?</translation>
    </message>
    <message>
        <source>Check the number</source>
        <translation>Санды тексеріңіз</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Тексеру парағы</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Пікірталас</translation>
    </message>
    <message>
        <source>Eco-diary</source>
        <translation>Экокүнделік</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Тапсырма</translation>
    </message>
</context>
<context>
    <name>calculator</name>
    <message>
        <source>{number} {unit}, between {low} and {high}</source>
        <extracomment>a formula with more signs than this is broken into several lines</extracomment>
        <translation>{number} {unit}, {low} – {high} аралығында</translation>
    </message>
    <message>
        <source>That would be a division by zero.</source>
        <translation>Бұл нөлге бөлу болар еді.</translation>
    </message>
    <message>
        <source>That would be a root of a number below zero.</source>
        <translation>Бұл теріс саннан түбір алу болар еді.</translation>
    </message>
    <message>
        <source>That would be a logarithm of zero or less.</source>
        <translation>Бұл нөлдің не теріс санның логарифмі болар еді.</translation>
    </message>
    <message>
        <source>The numbers become too large.</source>
        <translation>Сандар тым үлкейіп кетеді.</translation>
    </message>
    <message>
        <source>There is a mistake in the formula. Please tell the author of the course.</source>
        <translation>Формулада қате бар. Курс авторына хабарлаңыз.</translation>
    </message>
    <message>
        <source>With the ranges of the constants: {low} … {high} {unit}</source>
        <translation>Тұрақтылардың аралығын ескерсек: {low} … {high} {unit}</translation>
    </message>
    <message>
        <source>Numbers used</source>
        <translation>Пайдаланылған сандар</translation>
    </message>
    <message>
        <source>To use other values, change them in {file}. Only the preview says so.</source>
        <translation>Басқа мәндерді қолдану үшін {file} файлын өзгертіңіз. Бұл ескерту тек алдын ала қарауда көрінеді.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Дереккөз: {source}</translation>
    </message>
</context>
<context>
    <name>diary</name>
    <message>
        <source>Before</source>
        <extracomment>points of the small chart in a lesson</extracomment>
        <translation>Дейін</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Кейін</translation>
    </message>
    <message>
        <source>Use per day</source>
        <translation>Күндік шығын</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Мәндері</translation>
    </message>
    <message>
        <source>means of weeks</source>
        <translation>апталық орташа</translation>
    </message>
    <message>
        <source>means of months</source>
        <translation>айлық орташа</translation>
    </message>
    <message>
        <source>means of years</source>
        <translation>жылдық орташа</translation>
    </message>
    <message>
        <source>Value</source>
        <extracomment>digits of a mean: more would pretend to know more a change of less per cent is none</extracomment>
        <translation>Мәні</translation>
    </message>
    <message>
        <source>The course of this series is not here any more. Your entries are.</source>
        <translation>Бұл жазбалардың курсы енді жоқ. Жазбаларыңыздың өзі сақталған.</translation>
    </message>
    <message>
        <source>{unit} a day</source>
        <translation>{unit}/тәул</translation>
    </message>
    <message>
        <source>Please enter a number.</source>
        <translation>Сан енгізіңіз.</translation>
    </message>
    <message>
        <source>This is not a number. Digits, a comma or a point are understood, and a unit behind them.</source>
        <translation>Бұл сан емес. Цифр, үтір не нүкте, соңында өлшем бірлігі жарайды.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Бұл сан тым үлкен.</translation>
    </message>
    <message>
        <source>“{typed}” is no unit that can be used here.</source>
        <translation>«{typed}» бірлігін мұнда қолдануға болмайды.</translation>
    </message>
    <message>
        <source>“{typed}” measures something else than {unit}. Please enter the value again.</source>
        <translation>«{typed}» басқа шаманы өлшейді, мұнда керегі – {unit}. Мәнді қайта енгізіңіз.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>жай сан</translation>
    </message>
    <message>
        <source>Really {value}? Usual values lie between {low} and {high}.</source>
        <translation>{value} – дұрыс па? Әдеттегі мәндер: {low} – {high}.</translation>
    </message>
    <message>
        <source>{value} is less than the reading before, {other} ({day}). Was the meter exchanged?</source>
        <translation>{value} – алдыңғы көрсеткіштен аз: {other} ({day}). Есептегіш ауыстырылды ма?</translation>
    </message>
    <message>
        <source>{value} is more than the reading after it, {other} ({day}). Was the meter exchanged between them?</source>
        <translation>{value} – келесі көрсеткіштен көп: {other} ({day}). Осы екеуінің арасында есептегіш ауыстырылды ма?</translation>
    </message>
    <message>
        <source>A reading of the day itself would serve for both.</source>
        <translation>Дәл сол күннің көрсеткіші екеуіне де жарайды.</translation>
    </message>
    <message>
        <source>The same as before</source>
        <translation>Бұрынғыдай</translation>
    </message>
    <message>
        <source>This cannot be said in per cent: before, it was 0 or less</source>
        <translation>Пайызбен айту мүмкін емес: бұрын 0 не одан аз болған</translation>
    </message>
    <message>
        <source>About the same as before</source>
        <translation>Шамамен бұрынғыдай</translation>
    </message>
    <message>
        <source>{percent} less than before</source>
        <translation>Бұрынғыдан {percent} аз</translation>
    </message>
    <message>
        <source>{percent} more than before</source>
        <translation>Бұрынғыдан {percent} көп</translation>
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
    <name>paper</name>
    <message>
        <source>What you enter</source>
        <extracomment>empty rows below those a table of a calculator, or a diary, begins with whole numbers without a unit below this are written without a group sign: they may be years</extracomment>
        <translation>Бастапқы деректер</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Сіздің саныңыз</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Нәтижелеріңіз</translation>
    </message>
    <message>
        <source>   for instance {number}</source>
        <translation>   мысалы, {number}</translation>
    </message>
    <message>
        <source>How it is calculated</source>
        <translation>Қалай есептеледі</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Дереккөз: {source}</translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation>Дереккөздер не дейді</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Сан</translation>
    </message>
    <message>
        <source>Working and answer: {line}</source>
        <translation>Шешуі мен жауабы: {line}</translation>
    </message>
    <message>
        <source>What is your verdict?</source>
        <translation>Қандай қорытынды жасайсыз?</translation>
    </message>
    <message>
        <source>Because: {line}</source>
        <translation>Себебі: {line}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Күні</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Дерек</translation>
    </message>
    <message>
        <source>Before: how far do you agree? Circle a number, 0 = not at all.</source>
        <translation>Дейін: қаншалықты келісесіз? Санды қоршаңыз, 0 – мүлде келіспеймін.</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Раунд</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минут</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Не істейміз</translation>
    </message>
    <message>
        <source>After: how far do you agree now? Circle a number.</source>
        <translation>Кейін: енді қаншалықты келісесіз? Санды қоршаңыз.</translation>
    </message>
    <message>
        <source>What you can say</source>
        <translation>Не айта аласыз</translation>
    </message>
    <message>
        <source>What you can answer the others</source>
        <translation>Басқаларға не деп жауап бере аласыз</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Fact</source>
        <extracomment>the document is laid out in pixels of 1/96 inch and scaled when it is painted room between a card and the line to cut along, and between its frame and its text a card with little text is drawn larger, one with much smaller one object draws the formulas of all looks</extracomment>
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
    <name>scenario</name>
    <message>
        <source>→ go to {number}</source>
        <translation>→ {number}-көрініс</translation>
    </message>
    <message>
        <source>Choose:</source>
        <translation>Таңдаңыз:</translation>
    </message>
    <message>
        <source>What is said about the choices</source>
        <translation>Таңдаулар туралы түсініктеме</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Таңдау</translation>
    </message>
    <message>
        <source>What it brings</source>
        <translation>Не береді</translation>
    </message>
    <message>
        <source>Begin with 1. Choose, and go on with the number beside your choice. Do not read ahead: what is said about each choice stands at the end.</source>
        <translation>1-көріністен бастаңыз. Таңдап, таңдауыңыздың жанында көрсетілген көрініске өтіңіз. Алға озып оқымаңыз: әр таңдау туралы түсініктеме соңында.</translation>
    </message>
    <message>
        <source>Keep count</source>
        <translation>Есебін жүргізіңіз</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Басында</translation>
    </message>
    <message>
        <source>On your way</source>
        <translation>Жол бойында</translation>
    </message>
</context>
<context>
    <name>sorting</name>
    <message>
        <source>Thing</source>
        <translation>Зат</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Жәшік</translation>
    </message>
    <message>
        <source>Write the number of a bin beside each thing.</source>
        <translation>Әр заттың жанына жәшіктің нөмірін жазыңыз.</translation>
    </message>
    <message>
        <source>Where things go, and why</source>
        <translation>Не қайда салынады және неге</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Неге</translation>
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
