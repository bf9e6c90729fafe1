<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk_KZ" sourcelanguage="en_US">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalloutView</name>
    <message>
        <source>Note</source>
        <extracomment>kind → (icon, role of icon, title and bar, role of the ground)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>{x} % from the left, {y} % from the top</source>
        <extracomment>of the picture&apos;s width or height, for the arrow keys radius of a mark indexes of marks that hit nothing right regions to draw, with right, wrong, missed</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClozeView</name>
    <message>
        <source>Gap {number}: {before} … {after}</source>
        <extracomment>characters of the text around a gap that its name repeats</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap {number}: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>What you thought, and how it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question that belongs here is missing from the lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not said yet what you think. Go back to the question, then look here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Back to the courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress in this course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in your language yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you will be able to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactView</name>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This fact is missing from the course: {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One official source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be read with care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedbackBox</name>
    <message>
        <source>{verdict}: {points} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is right; the hints cost a part of the points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again: {lesson}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again in the lesson</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Open. Press Space to close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed. Press Space to open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldView</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GlossaryPopover</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HintList</name>
    <message>
        <source>Hint {number}</source>
        <extracomment>what is wrong is marked in red where it was answered; the explanation stays calm</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotspotView</name>
    <message>
        <source>Remove the last mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Find %n place(s). Marked: {count}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Mark one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One place is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or: arrows move the cross, Shift moves it further, Enter marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) beside every place</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it was: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>Right</source>
        <extracomment>whether a change is text being typed, which is kept after a pause and not at once whether the view shows the stem itself, with the gaps in it how the response was judged, while that is shown whether the right answer is shown with the grade</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonBar</name>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents of this module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the lesson you have passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Lesson {number} of {count}</source>
        <extracomment>narrower than this (window pixels), or zoomed to this, the outline hides behind a button</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This term is not in the glossary of the course.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Copy</source>
        <extracomment>seconds of building before the first paint, and in each step after it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n course(s)</source>
        <extracomment>cards made at once; more come while scrolling (a library may hold a thousand courses)</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No course has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for courses …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no courses on this PC yet. Ask your teacher to install one (ecolearn install), or bring a .ecocourse file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search courses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Leave EcoLearn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to the internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens in the browser of this computer. Ask an adult if you are not sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchView</name>
    <message>
        <source>Choose from these:</source>
        <extracomment>something carried would be put here</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number key puts an answer beside the marked line; ↑ ↓ go to another line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left}: {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>{row}: {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaView</name>
    <message>
        <source>The recording is missing: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{name}” with the player of this computer?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewLearnerForm</name>
    <message>
        <source>Your name or nickname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Aigerim K.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN, if you want one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bird</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turtle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squirrel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fir tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprout</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>A number. Comma and point both work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number in {unit}. Comma and point both work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number and its unit. Comma and point both work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is right, the unit is not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenView</name>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s). Your teacher reads this.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your teacher looks for this:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• {criterion} ({points})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>Up (Alt+↑)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down (Alt+↓)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the rows, or move the one you are on with Alt+↑ and Alt+↓.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right place: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right place, but it follows another step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineRow</name>
    <message>
        <source>You are here</source>
        <extracomment>kind → (icon, role); what a row&apos;s icon says is also in its description</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Protected by a PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Missing picture: {words}</source>
        <extracomment>design pixels; a picture in portrait format is made narrower to be seen as a whole</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture. Press Space to see it larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten? Your teacher can help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, your PIN please</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacingView</name>
    <message>
        <source>{thing}: {place}</source>
        <extracomment>whether a place holds only one thing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing}: taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Place in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfilesPage</name>
    <message>
        <source>New profile</source>
        <extracomment>icon name → hue in degrees; what a learner can pick as a picture</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to EcoLearn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons on energy, water, waste and climate. Who is learning here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name your class knows is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is learning?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will see what you have read and what you can do already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} of {all} lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiz: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} of what was asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionNote</name>
    <message>
        <source>The prediction {id} is missing from this lesson.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Give an answer first.</source>
        <extracomment>text being typed is kept after this pause (RELIABILITY 3.4) in a lesson: judged at once, may be tried again in a lesson: kept, not judged in a quiz: judged at once, final in a quiz: only kept read only a response was handed in and not yet confirmed &quot;answer&quot; or &quot;draft&quot;: what could not be kept the response has changes nobody was told of</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. You will come back to it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a hint (costs {percent} % of the points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: change the learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses (Alt+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the open lesson or quiz (Alt+2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your progress (Alt+3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Your profile is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} off the list of profiles on this PC?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and progress are kept until the teacher erases them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN (empty: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No moving pictures or fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the clock in timed quizzes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this profile …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress on this PC is kept in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EcoLearn {version}, Apache License 2.0. Built with Qt {qt} (LGPL 3), fonts Inter and JetBrains Mono (OFL), icons Lucide (ISC). Nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message numerus="yes">
        <source>%n answer(s) are right. You have chosen {chosen}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Right too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortView</name>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SortView</name>
    <message>
        <source>A number key puts the marked thing into a place; Delete takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not placed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer in the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimerLabel</name>
    <message>
        <source>Time hidden</source>
        <extracomment>seconds left at which the learner is told</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Time left: %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrueFalseView</name>
    <message>
        <source>True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ContinueBar</name>
    <message>
        <source>Continue the quiz: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers so far are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>One answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not right this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for your teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something went wrong in EcoLearn. What was saved is safe; please go on, and tell your teacher if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>%n lesson(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n question(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %n minute(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for you to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not passed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades 1–4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades 5–9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades 10–11, colleges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Professionals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part is not translated yet, so it is shown in another language: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a newer EcoLearn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read: ask your teacher</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
