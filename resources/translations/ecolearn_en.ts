<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>DebateView</name>
    <message numerus="yes">
        <source>Evidence for everybody: %n fact(s)</source>
        <translation>
            <numerusform>Evidence for everybody: %n fact</numerusform>
            <numerusform>Evidence for everybody: %n facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) altogether</source>
        <translation>
            <numerusform>%n minute altogether</numerusform>
            <numerusform>%n minutes altogether</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your evidence: %n fact(s)</source>
        <translation>
            <numerusform>Your evidence: %n fact</numerusform>
            <numerusform>Your evidence: %n facts</numerusform>
        </translation>
    </message>
</context>
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
    <name>NumberCheckView</name>
    <message numerus="yes">
        <source>Where the numbers come from: %n fact(s)</source>
        <translation>
            <numerusform>Where the numbers come from: %n fact</numerusform>
            <numerusform>Where the numbers come from: %n facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) after this one.</source>
        <translation>
            <numerusform>%n more question after this one.</numerusform>
            <numerusform>%n more questions after this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) after this one, then your verdict.</source>
        <translation>
            <numerusform>%n more question after this one, then your verdict.</numerusform>
            <numerusform>%n more questions after this one, then your verdict.</numerusform>
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
    <name>RoundsView</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
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
    <name>SortingView</name>
    <message numerus="yes">
        <source>{count} of %n thing(s)</source>
        <translation>
            <numerusform>{count} of %n thing</numerusform>
            <numerusform>{count} of %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right in a row</source>
        <translation>
            <numerusform>%n right in a row</numerusform>
            <numerusform>%n right in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SortingWords</name>
    <message numerus="yes">
        <source>{wrong} of %n thing(s) in “{bin}” did not belong there: {share}.</source>
        <translation>
            <numerusform>{wrong} of %n thing in “{bin}” did not belong there: {share}.</numerusform>
            <numerusform>{wrong} of %n things in “{bin}” did not belong there: {share}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{wrong} of %n thing(s) did not belong there: {share}.</source>
        <translation>
            <numerusform>{wrong} of %n thing did not belong there: {share}.</numerusform>
            <numerusform>{wrong} of %n things did not belong there: {share}.</numerusform>
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
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) from before that day are needed.</source>
        <translation>
            <numerusform>%n more value from before that day is needed.</numerusform>
            <numerusform>%n more values from before that day are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) from that day or later are needed.</source>
        <translation>
            <numerusform>%n more value from that day or later is needed.</numerusform>
            <numerusform>%n more values from that day or later are needed.</numerusform>
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
