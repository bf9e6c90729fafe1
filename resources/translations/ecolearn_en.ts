<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>HotspotView</name>
    <message numerus="yes">
        <source>Find %n place(s). Marked: {count}.</source>
        <translation>
            <numerusform>Find %n place. Marked: {count}.</numerusform>
            <numerusform>Find %n places. Marked: {count}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) beside every place</source>
        <translation>
            <numerusform>%n mark beside every place</numerusform>
            <numerusform>%n marks beside every place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n course(s)</source>
        <extracomment>seconds after which showing the page looks at the disk again</extracomment>
        <translation>
            <numerusform>%n course</numerusform>
            <numerusform>%n courses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenView</name>
    <message numerus="yes">
        <source>%n word(s). Your teacher reads this.</source>
        <translation>
            <numerusform>%n word. Your teacher reads this.</numerusform>
            <numerusform>%n words. Your teacher reads this.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n question(s) have no answer yet.</source>
        <translation>
            <numerusform>%n question has no answer yet.</numerusform>
            <numerusform>%n questions have no answer yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are answered only in part.</source>
        <translation>
            <numerusform>%n question is answered only in part.</numerusform>
            <numerusform>%n questions are answered only in part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You flagged %n question(s).</source>
        <translation>
            <numerusform>You flagged %n question.</numerusform>
            <numerusform>You flagged %n questions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message numerus="yes">
        <source>%n minute(s) left.</source>
        <translation>
            <numerusform>%n minute left.</numerusform>
            <numerusform>%n minutes left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>Your teacher reads %n answer(s).</source>
        <translation>
            <numerusform>Your teacher reads %n answer.</numerusform>
            <numerusform>Your teacher reads %n answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>%n attempt left</numerusform>
            <numerusform>%n attempts left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message numerus="yes">
        <source>%n answer(s) are right. You have chosen {chosen}.</source>
        <translation>
            <numerusform>%n answer is right. You have chosen {chosen}.</numerusform>
            <numerusform>%n answers are right. You have chosen {chosen}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message numerus="yes">
        <source>%n minute(s), then it is handed in</source>
        <translation>
            <numerusform>%n minute, then it is handed in</numerusform>
            <numerusform>%n minutes, then it is handed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) so far</source>
        <translation>
            <numerusform>%n attempt so far</numerusform>
            <numerusform>%n attempts so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>%n attempt left</numerusform>
            <numerusform>%n attempts left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimerLabel</name>
    <message numerus="yes">
        <source>Time left: %n minute(s)</source>
        <translation>
            <numerusform>Time left: %n minute</numerusform>
            <numerusform>Time left: %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n lesson</numerusform>
            <numerusform>%n lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} of %n point(s)</source>
        <translation>
            <numerusform>{points} of %n point</numerusform>
            <numerusform>{points} of %n points</numerusform>
        </translation>
    </message>
</context>
</TS>
