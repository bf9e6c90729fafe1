<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_KZ" sourcelanguage="en_US">
<context>
    <name>ActivityCard</name>
    <message>
        <source>Start again</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Распечатать</translation>
    </message>
    <message>
        <source>This kind of activity needs a newer EcoLearn.</source>
        <translation>Для этого задания нужна более новая версия EcoLearn.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>ActivityDesk</name>
    <message>
        <source>The activity {id} is missing from this course.</source>
        <translation>Задания {id} в этом курсе нет.</translation>
    </message>
</context>
<context>
    <name>AgreeScale</name>
    <message>
        <source>0: not at all</source>
        <translation>0: нисколько</translation>
    </message>
    <message>
        <source>10: completely</source>
        <translation>10: полностью</translation>
    </message>
    <message>
        <source>Not answered yet. Choose with the arrow keys; Enter takes the middle.</source>
        <translation>Ответа пока нет. Выбирайте стрелками; Enter ставит середину.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>CalculatorView</name>
    <message>
        <source>Your guess</source>
        <extracomment>results are spoken after this pause, ms: not while a slider is dragged “how it is calculated” is written anew after this pause, ms charts have this many bars, the rest is left to the table whether results may be seen: there is nothing to guess, or it was guessed or skipped</extracomment>
        <translation>Ваша догадка</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Введено</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>How it is calculated</source>
        <translation>Как это посчитано</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Мои заметки</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
</context>
<context>
    <name>CalloutView</name>
    <message>
        <source>Note</source>
        <extracomment>kind → (icon, role of icon, title and bar, role of the ground)</extracomment>
        <translation>На заметку</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Совет</translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation>Осторожно</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Запомните</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Попробуйте сами</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>{x} % from the left, {y} % from the top</source>
        <extracomment>of the picture&apos;s width or height, for the arrow keys radius of a mark indexes of marks that hit nothing right regions to draw, with right, wrong, missed</extracomment>
        <translation>{x} % слева, {y} % сверху</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>for instance: other lamps</source>
        <translation>например, другие лампы</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation>Больше не сравнивать</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>До и после</translation>
    </message>
    <message>
        <source>What did you change, and when? The mean before that day is compared with the mean from that day on.</source>
        <translation>Что вы изменили и когда? Среднее до этого дня сравнивается со средним после него.</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Что изменили</translation>
    </message>
    <message>
        <source>Day of the change</source>
        <translation>День перемены</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>с {day}</translation>
    </message>
    <message>
        <source>Too few values to compare</source>
        <translation>Для сравнения мало значений</translation>
    </message>
    <message>
        <source>Before: {before}. After: {after}.</source>
        <translation>До: {before}; после: {after}</translation>
    </message>
    <message>
        <source>This day is still to come. Please choose today or a day before.</source>
        <translation>Этот день ещё не наступил. Выберите сегодняшний день или более ранний.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Диапазон</translation>
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
        <translation>Линии: {items}</translation>
    </message>
    <message>
        <source>Shares: {items}</source>
        <translation>Доли: {items}</translation>
    </message>
    <message>
        <source>Bars: {items}</source>
        <translation>Столбцы: {items}</translation>
    </message>
    <message>
        <source>{name}: nothing yet</source>
        <translation>{name}: пока пусто</translation>
    </message>
    <message>
        <source>{place}: {value}</source>
        <translation>{place}: {value}</translation>
    </message>
    <message>
        <source>{name} – first {first}, last {last}, lowest {lowest}, highest {highest}</source>
        <translation>{name} — первое {first}, последнее {last}, наименьшее {lowest}, наибольшее {highest}</translation>
    </message>
</context>
<context>
    <name>ChartBox</name>
    <message>
        <source>Show as chart</source>
        <translation>Показать диаграмму</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Показать таблицу</translation>
    </message>
</context>
<context>
    <name>ChecklistView</name>
    <message>
        <source>Ticked</source>
        <translation>Отмечено</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>{count} of {whole}</source>
        <translation>{count} из {whole}</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
</context>
<context>
    <name>ClozeView</name>
    <message>
        <source>Gap {number}: {before} … {after}</source>
        <extracomment>characters of the text around a gap that its name repeats</extracomment>
        <translation>Пропуск {number}: {before} … {after}</translation>
    </message>
    <message>
        <source>{empty} of {all} gaps are still empty. Check anyway?</source>
        <translation>Не заполнено пропусков: {empty} из {all}. Всё равно проверить?</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Правильно: {answer}</translation>
    </message>
    <message>
        <source>Gap {number}: {verdict}</source>
        <translation>Пропуск {number}: {verdict}</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>What you thought, and how it is</source>
        <translation>Что вы думали и как на самом деле</translation>
    </message>
    <message>
        <source>The question that belongs here is missing from the lesson.</source>
        <translation>Вопроса, который должен быть здесь, в уроке нет.</translation>
    </message>
    <message>
        <source>You have not said yet what you think. Go back to the question, then look here.</source>
        <translation>Вы ещё не сказали, что думаете. Вернитесь к вопросу, а потом загляните сюда.</translation>
    </message>
    <message>
        <source>You thought:</source>
        <translation>Вы думали:</translation>
    </message>
    <message>
        <source>Right is:</source>
        <translation>Правильный ответ:</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Back to the courses</source>
        <translation>К списку курсов</translation>
    </message>
    <message>
        <source>Progress in this course</source>
        <translation>Прогресс в этом курсе</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation>{number}. {title}</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Пройден</translation>
    </message>
    <message>
        <source>not in your language yet</source>
        <translation>пока не на вашем языке</translation>
    </message>
    <message>
        <source>best {percent}</source>
        <translation>лучший результат {percent}</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>What you will be able to do</source>
        <translation>Чему вы научитесь</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитать снова</translation>
    </message>
</context>
<context>
    <name>DebateView</name>
    <message>
        <source>Before the debate: how far do you agree?</source>
        <extracomment>an answer or a role is kept after this pause, ms</extracomment>
        <translation>До дебатов: насколько вы согласны?</translation>
    </message>
    <message>
        <source>After the debate: how far do you agree now?</source>
        <translation>После дебатов: насколько вы согласны теперь?</translation>
    </message>
    <message>
        <source>You before and after</source>
        <translation>Ваше мнение до и после</translation>
    </message>
    <message>
        <source>The roles</source>
        <translation>Роли</translation>
    </message>
    <message numerus="yes">
        <source>Evidence for everybody: %n fact(s)</source>
        <translation>
            <numerusform>Факты для всех: %n</numerusform>
            <numerusform>Факты для всех: %n</numerusform>
            <numerusform>Факты для всех: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) altogether</source>
        <translation>
            <numerusform>всего %n минута</numerusform>
            <numerusform>всего %n минуты</numerusform>
            <numerusform>всего %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>The rounds: {minutes}</source>
        <translation>Раунды: {minutes}</translation>
    </message>
    <message>
        <source>Think about it</source>
        <translation>Подумайте</translation>
    </message>
    <message>
        <source>Groups:</source>
        <translation>Группы:</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Число групп</translation>
    </message>
    <message>
        <source>Deal the roles</source>
        <translation>Раздать роли</translation>
    </message>
    <message>
        <source>Choose your role</source>
        <translation>Выберите свою роль</translation>
    </message>
    <message>
        <source>Choose your role:</source>
        <translation>Выберите свою роль:</translation>
    </message>
    <message>
        <source>You are: {name}</source>
        <translation>Ваша роль: {name}</translation>
    </message>
    <message>
        <source>What you can say</source>
        <translation>Что вы можете сказать</translation>
    </message>
    <message>
        <source>What you can answer the others</source>
        <translation>Что вы можете ответить другим</translation>
    </message>
    <message numerus="yes">
        <source>Your evidence: %n fact(s)</source>
        <translation>
            <numerusform>Ваши факты: %n</numerusform>
            <numerusform>Ваши факты: %n</numerusform>
            <numerusform>Ваши факты: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Группа {number}</translation>
    </message>
    <message>
        <source>Group {number}: {role}</source>
        <translation>Группа {number}: {role}</translation>
    </message>
    <message>
        <source>Before {before}, after {after}: you still agree as far as before.</source>
        <translation>До: {before}, после: {after}. Вы согласны так же, как раньше.</translation>
    </message>
    <message>
        <source>Before {before}, after {after}: you agree more than before.</source>
        <translation>До: {before}, после: {after}. Теперь вы согласны больше, чем раньше.</translation>
    </message>
    <message>
        <source>Before {before}, after {after}: you agree less than before.</source>
        <translation>До: {before}, после: {after}. Теперь вы согласны меньше, чем раньше.</translation>
    </message>
</context>
<context>
    <name>DiaryPage</name>
    <message>
        <source>Eco-diary</source>
        <extracomment>what courses say of series, with the languages of each course</extracomment>
        <translation>Экодневник</translation>
    </message>
    <message>
        <source>Choose a course</source>
        <translation>Выбрать курс</translation>
    </message>
    <message>
        <source>What you measure again and again, and what came of it.</source>
        <translation>Что вы регулярно измеряете и что из этого вышло.</translation>
    </message>
    <message>
        <source>Here you write down what you measure again and again. None of the courses on this PC has anything to measure yet.</source>
        <translation>Здесь записывают то, что измеряют снова и снова. Пока ни в одном курсе на этом компьютере нет измерений.</translation>
    </message>
    <message>
        <source>Choose what you want to measure, and write down the first value. Measure again later: that shows whether a change helped.</source>
        <translation>Выберите, что измерять, и запишите первое значение. Позже измерьте снова: так будет видно, помогла ли перемена.</translation>
    </message>
    <message>
        <source>Save everything as a table</source>
        <translation>Сохранить всё как таблицу</translation>
    </message>
    <message>
        <source>Begin today</source>
        <translation>Начните сегодня</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>Сначала {first}, теперь {last}</translation>
    </message>
    <message>
        <source>eco-diary</source>
        <translation>экодневник</translation>
    </message>
    <message>
        <source>Save as table</source>
        <translation>Сохранить как таблицу</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Измерение</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>The table is saved: {name}</source>
        <translation>Таблица сохранена: {name}</translation>
    </message>
    <message>
        <source>The table could not be saved there. The place may be full, read-only, or the file is open in another program. Please choose another place or name.</source>
        <translation>Сохранить туда таблицу не удалось. Возможно, место закончилось, запись запрещена или файл открыт в другой программе. Выберите другое место или имя.</translation>
    </message>
</context>
<context>
    <name>DiaryView</name>
    <message>
        <source>Open the diary</source>
        <translation>Открыть дневник</translation>
    </message>
    <message>
        <source>Nothing written yet. Begin today.</source>
        <translation>Записей пока нет. Начните сегодня.</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>последний раз: {day}</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Correct</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Use per day</source>
        <translation>Расход за день</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Correct the entry of {day}</source>
        <translation>Исправить запись за {day}</translation>
    </message>
    <message>
        <source>Remove the entry of {day}</source>
        <translation>Убрать запись за {day}</translation>
    </message>
</context>
<context>
    <name>EntriesTable</name>
    <message>
        <source>Entries of {title}</source>
        <extracomment>rows that are seen at once; more are scrolled to rows that decide how wide a column is: all of 1,000 would take long narrower than this, the use per day is left to the chart narrower than this, notes are left to the form</extracomment>
        <translation>Записи: {title}</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>optional</source>
        <translation>необязательно</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>Проверьте ещё раз</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Saved: {value}, {day}</source>
        <translation>Сохранено: {value}, {day}</translation>
    </message>
    <message>
        <source>This day is still to come. Please choose today or a day before.</source>
        <translation>Этот день ещё не наступил. Выберите сегодняшний день или более ранний.</translation>
    </message>
    <message>
        <source>Yes, save it</source>
        <translation>Да, сохранить</translation>
    </message>
    <message>
        <source>Yes, it was exchanged</source>
        <translation>Да, заменили</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>FactView</name>
    <message>
        <source>Fact</source>
        <extracomment>tone of the chip that says how sure a fact is</extracomment>
        <translation>Факт</translation>
    </message>
    <message>
        <source>This fact is missing from the course: {id}.</source>
        <translation>Этого факта в курсе нет: {id}.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>без даты</translation>
    </message>
    <message>
        <source>Confirmed twice</source>
        <extracomment>how a day is written; en: 21 January 2025</extracomment>
        <translation>Подтверждён дважды</translation>
    </message>
    <message>
        <source>One source</source>
        <translation>Один источник</translation>
    </message>
    <message>
        <source>To be read with care</source>
        <translation>Читайте с осторожностью</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Под сомнением</translation>
    </message>
    <message>
        <source>Doubtful: this is what you check.</source>
        <translation>Под сомнением: это вы и проверяете.</translation>
    </message>
</context>
<context>
    <name>FeedbackBox</name>
    <message>
        <source>Everything is right; the hints cost a part of the points.</source>
        <translation>Всё верно; часть баллов ушла на подсказки.</translation>
    </message>
    <message>
        <source>Look again: {lesson}</source>
        <translation>Посмотрите ещё раз: {lesson}</translation>
    </message>
    <message>
        <source>Look again in the lesson</source>
        <translation>Посмотреть ещё раз в уроке</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
    <message>
        <source>Find in this lesson</source>
        <translation>Найти в этом уроке</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Предыдущее место</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Следующее место</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Open. Press Space to close it.</source>
        <translation>Раскрыто. Чтобы свернуть, нажмите пробел.</translation>
    </message>
    <message>
        <source>Closed. Press Space to open it.</source>
        <translation>Свёрнуто. Чтобы раскрыть, нажмите пробел.</translation>
    </message>
</context>
<context>
    <name>FoldView</name>
    <message>
        <source>More</source>
        <translation>Подробнее</translation>
    </message>
</context>
<context>
    <name>GlossaryPopover</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>HintList</name>
    <message>
        <source>Hint {number}</source>
        <extracomment>what is wrong is marked in red where it was answered; the explanation stays calm</extracomment>
        <translation>Подсказка {number}</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
</context>
<context>
    <name>HotspotView</name>
    <message>
        <source>Remove the last mark</source>
        <translation>Убрать метку</translation>
    </message>
    <message numerus="yes">
        <source>Find %n place(s). Marked: {count}.</source>
        <translation>
            <numerusform>Найдите %n место. Отмечено: {count}.</numerusform>
            <numerusform>Найдите %n места. Отмечено: {count}.</numerusform>
            <numerusform>Найдите %n мест. Отмечено: {count}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark one place.</source>
        <translation>Отметьте одно место.</translation>
    </message>
    <message>
        <source>One place is marked.</source>
        <translation>Одно место отмечено.</translation>
    </message>
    <message>
        <source>Click, or: arrows move the cross, Shift moves it further, Enter marks.</source>
        <translation>Щёлкните мышью или подвиньте крестик стрелками (с Shift — дальше) и нажмите Enter.</translation>
    </message>
    <message>
        <source>Picture: {words}</source>
        <translation>Рисунок: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) beside every place</source>
        <translation>
            <numerusform>%n метка не попала ни в одно место</numerusform>
            <numerusform>%n метки не попали ни в одно место</numerusform>
            <numerusform>%n меток не попали ни в одно место</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}: {place}</source>
        <translation>{verdict}: {place}</translation>
    </message>
    <message>
        <source>Here it was: {place}</source>
        <translation>Это было здесь: {place}</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Отмечено</translation>
    </message>
    <message>
        <source>Mark removed</source>
        <translation>Метка убрана</translation>
    </message>
</context>
<context>
    <name>InputsPanel</name>
    <message>
        <source>Choose</source>
        <extracomment>steps of a slider whose author did not say digits of a number whose author did not say; a share that was moved along has many inputs that were moved, by hand or along with others</extracomment>
        <translation>Выберите</translation>
    </message>
    <message>
        <source>enter</source>
        <translation>число</translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>Give an answer first.</source>
        <extracomment>group of a response that has an entry a part → the parts of the item whether a change is text being typed, which is kept after a pause and not at once whether the view shows the stem itself, with the gaps in it how the response was judged, while that is shown whether the right answer is shown with the grade</extracomment>
        <translation>Сначала дайте ответ.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Неверно</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Верный ответ</translation>
    </message>
</context>
<context>
    <name>LessonBar</name>
    <message>
        <source>Previous</source>
        <translation>Предыдущий урок</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Следующий урок</translation>
    </message>
    <message>
        <source>To the quiz</source>
        <translation>К тесту</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Contents of this module</source>
        <translation>Содержание модуля</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Распечатать или сохранить в PDF</translation>
    </message>
    <message>
        <source>How much of the lesson you have passed</source>
        <translation>Какая часть урока пройдена</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Lesson {number} of {count}</source>
        <extracomment>narrower than this (window pixels), or zoomed to this, the outline hides behind a button</extracomment>
        <translation>Урок {number} из {count}</translation>
    </message>
    <message>
        <source>Back to the courses</source>
        <translation>К списку курсов</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>This term is not in the glossary of the course.</source>
        <translation>Этого термина нет в словаре курса.</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Copy</source>
        <extracomment>seconds of building before the first paint, and in each step after it</extracomment>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy this section</source>
        <translation>Копировать этот раздел</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n course(s)</source>
        <extracomment>seconds after which showing the page looks at the disk again</extracomment>
        <translation>
            <numerusform>%n курс</numerusform>
            <numerusform>%n курса</numerusform>
            <numerusform>%n курсов</numerusform>
        </translation>
    </message>
    <message>
        <source>No course has these words.</source>
        <translation>Курсов с такими словами нет.</translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation>Показать все курсы</translation>
    </message>
    <message>
        <source>Looking for courses …</source>
        <translation>Ищем курсы…</translation>
    </message>
    <message>
        <source>There are no courses on this PC yet. Ask your teacher to install one (ecolearn install), or bring a .ecocourse file.</source>
        <translation>На этом компьютере пока нет курсов. Попросите учителя установить курс (ecolearn install) или принесите файл .ecocourse.</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Search courses</source>
        <translation>Поиск курсов</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Leave EcoLearn?</source>
        <translation>Выйти из EcoLearn?</translation>
    </message>
    <message>
        <source>This link leads to the internet</source>
        <translation>Эта ссылка ведёт в интернет</translation>
    </message>
    <message>
        <source>It opens in the browser of this computer. Ask an adult if you are not sure.</source>
        <translation>Она откроется в браузере этого компьютера. Если сомневаетесь, спросите взрослого.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Остаться здесь</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Открыть ссылку</translation>
    </message>
</context>
<context>
    <name>MatchView</name>
    <message>
        <source>Choose from these:</source>
        <extracomment>something carried would be put here</extracomment>
        <translation>Выберите из этих:</translation>
    </message>
    <message>
        <source>A number key puts an answer beside the marked line; ↑ ↓ go to another line.</source>
        <translation>Цифра ставит ответ в отмеченную строку, ↑ ↓ ведут к другой строке.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>nothing chosen yet</source>
        <translation>пока ничего не выбрано</translation>
    </message>
    <message>
        <source>{left}: {right}</source>
        <translation>{left}: {right}</translation>
    </message>
    <message>
        <source>{empty} of {all} are still without a partner. Check anyway?</source>
        <translation>Без пары: {empty} из {all}. Всё равно проверить?</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Правильно: {answer}</translation>
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
        <translation>Пусто строк: {empty} из {all}. Всё равно проверить?</translation>
    </message>
</context>
<context>
    <name>MediaView</name>
    <message>
        <source>The recording is missing: {words}</source>
        <translation>Записи нет: {words}</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Слушать</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Смотреть</translation>
    </message>
    <message>
        <source>Open in a player</source>
        <translation>Открыть в плеере</translation>
    </message>
    <message>
        <source>Open “{name}” with the player of this computer?</source>
        <translation>Открыть «{name}» в плеере этого компьютера?</translation>
    </message>
</context>
<context>
    <name>NewLearnerForm</name>
    <message>
        <source>Your name or nickname</source>
        <translation>Ваше имя или прозвище</translation>
    </message>
    <message>
        <source>For example: Aigerim K.</source>
        <translation>Например: Айгерим К.</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Ваша картинка</translation>
    </message>
    <message>
        <source>PIN, if you want one</source>
        <translation>PIN-код, если хотите</translation>
    </message>
    <message>
        <source>At least 4 characters, or empty</source>
        <translation>Не меньше 4 знаков или пусто</translation>
    </message>
    <message>
        <source>Start learning</source>
        <translation>Начать учиться</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Листок</translation>
    </message>
    <message>
        <source>Bird</source>
        <translation>Птица</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Кошка</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Рыба</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation>Кролик</translation>
    </message>
    <message>
        <source>Turtle</source>
        <translation>Черепаха</translation>
    </message>
    <message>
        <source>Squirrel</source>
        <translation>Белка</translation>
    </message>
    <message>
        <source>Fir tree</source>
        <translation>Ёлка</translation>
    </message>
    <message>
        <source>Flower</source>
        <translation>Цветок</translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation>Гора</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Солнце</translation>
    </message>
    <message>
        <source>Sprout</source>
        <translation>Росток</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Next lesson</source>
        <translation>Следующий урок</translation>
    </message>
    <message>
        <source>Next: the quiz on this module</source>
        <translation>Дальше: тест по этому модулю</translation>
    </message>
    <message>
        <source>Back to the course</source>
        <translation>Вернуться к курсу</translation>
    </message>
</context>
<context>
    <name>NumberCheckView</name>
    <message>
        <source>What is behind it</source>
        <translation>Что за этим стоит</translation>
    </message>
    <message>
        <source>The claim</source>
        <translation>Утверждение</translation>
    </message>
    <message>
        <source>Somebody wrote:</source>
        <translation>Кто-то написал:</translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation>Что говорят источники</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message numerus="yes">
        <source>Where the numbers come from: %n fact(s)</source>
        <translation>
            <numerusform>Откуда числа: %n факт</numerusform>
            <numerusform>Откуда числа: %n факта</numerusform>
            <numerusform>Откуда числа: %n фактов</numerusform>
        </translation>
    </message>
    <message>
        <source>Right without help: {right} of {whole}</source>
        <translation>Верно без подсказок: {right} из {whole}</translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) after this one.</source>
        <translation>
            <numerusform>После этого ещё %n вопрос.</numerusform>
            <numerusform>После этого ещё %n вопроса.</numerusform>
            <numerusform>После этого ещё %n вопросов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) after this one, then your verdict.</source>
        <translation>
            <numerusform>После этого ещё %n вопрос, а потом ваш вывод.</numerusform>
            <numerusform>После этого ещё %n вопроса, а потом ваш вывод.</numerusform>
            <numerusform>После этого ещё %n вопросов, а потом ваш вывод.</numerusform>
        </translation>
    </message>
    <message>
        <source>After this question you give your verdict.</source>
        <translation>После этого вопроса вы сделаете вывод.</translation>
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
        <translation>Введите число.</translation>
    </message>
    <message>
        <source>This is not a number. Digits, a comma or a point are understood.</source>
        <translation>Это не число. Подойдут цифры, запятая или точка.</translation>
    </message>
    <message>
        <source>Please enter a number from {low} to {high}.</source>
        <translation>Допустимо от {low} до {high}: введите другое число.</translation>
    </message>
    <message>
        <source>Please enter a whole number.</source>
        <translation>Введите целое число.</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>От {low} до {high}</translation>
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
        <translation>Напишите число. Подойдёт и запятая, и точка.</translation>
    </message>
    <message>
        <source>A number in {unit}. Comma and point both work.</source>
        <translation>Напишите число, единица — {unit}. Подойдёт и запятая, и точка.</translation>
    </message>
    <message>
        <source>A number and its unit. Comma and point both work.</source>
        <translation>Напишите число и единицу измерения. Подойдёт и запятая, и точка.</translation>
    </message>
    <message>
        <source>The number is right, the unit is not</source>
        <translation>Число верно, единица другая</translation>
    </message>
</context>
<context>
    <name>OpenView</name>
    <message>
        <source>Your answer</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>Write in your own words</source>
        <translation>Напишите своими словами</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s). Your teacher reads this.</source>
        <translation>
            <numerusform>%n слово. Ответ прочитает учитель.</numerusform>
            <numerusform>%n слова. Ответ прочитает учитель.</numerusform>
            <numerusform>%n слов. Ответ прочитает учитель.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your teacher looks for this:</source>
        <translation>На что смотрит учитель:</translation>
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
        <translation>Верно</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Неверно</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>Up (Alt+↑)</source>
        <translation>Выше (Alt+↑)</translation>
    </message>
    <message>
        <source>Down (Alt+↓)</source>
        <translation>Ниже (Alt+↓)</translation>
    </message>
    <message>
        <source>Drag the rows, or move the one you are on with Alt+↑ and Alt+↓.</source>
        <translation>Перетащите строки или двигайте ту, на которой стоите, клавишами Alt+↑ и Alt+↓.</translation>
    </message>
    <message>
        <source>place {place} of {count}</source>
        <translation>место {place} из {count}</translation>
    </message>
    <message>
        <source>Move up: {text}</source>
        <translation>Поднять: {text}</translation>
    </message>
    <message>
        <source>Move down: {text}</source>
        <translation>Опустить: {text}</translation>
    </message>
    <message>
        <source>Right place: {place}</source>
        <translation>Верное место: {place}</translation>
    </message>
    <message>
        <source>The place is right, but the step before it is not</source>
        <translation>Место верное, но перед ним стоит не тот шаг</translation>
    </message>
</context>
<context>
    <name>OutlineRow</name>
    <message>
        <source>You are here</source>
        <extracomment>kind → (icon, role); what a row&apos;s icon says is also in its description</extracomment>
        <translation>Вы здесь</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Before you hand in</source>
        <translation>Прежде чем сдать</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) have no answer yet.</source>
        <translation>
            <numerusform>%n вопрос пока без ответа.</numerusform>
            <numerusform>%n вопроса пока без ответа.</numerusform>
            <numerusform>%n вопросов пока без ответа.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are answered only in part.</source>
        <translation>
            <numerusform>На %n вопрос дан не весь ответ.</numerusform>
            <numerusform>На %n вопроса дан не весь ответ.</numerusform>
            <numerusform>На %n вопросов дан не весь ответ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You flagged %n question(s).</source>
        <translation>
            <numerusform>Вы отметили %n вопрос.</numerusform>
            <numerusform>Вы отметили %n вопроса.</numerusform>
            <numerusform>Вы отметили %n вопросов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every question has an answer.</source>
        <translation>На все вопросы есть ответ.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Вопрос {number}</translation>
    </message>
    <message>
        <source>After handing in, answers cannot be changed.</source>
        <translation>После сдачи ответы изменить нельзя.</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>Вернуться к вопросам</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Сдать</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Protected by a PIN</source>
        <translation>Защищён PIN-кодом</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Missing picture: {words}</source>
        <extracomment>design pixels; a picture in portrait format is made narrower to be seen as a whole</extracomment>
        <translation>Рисунка нет: {words}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Рисунок</translation>
    </message>
    <message>
        <source>Picture. Press Space to see it larger.</source>
        <translation>Рисунок. Чтобы увеличить, нажмите пробел.</translation>
    </message>
    <message>
        <source>The picture {name} is missing.</source>
        <translation>Рисунка {name} нет.</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>Рисунок</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
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
        <translation>Забытый PIN-код пока нельзя сбросить. Можно создать новый профиль.</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>{name}, your PIN please</source>
        <translation>{name}, введите ваш PIN-код</translation>
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
        <translation>{thing}: убрано обратно</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Place in the recording</source>
        <translation>Место в записи</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
</context>
<context>
    <name>PredictionBox</name>
    <message>
        <source>First guess</source>
        <translation>Сначала попробуйте угадать</translation>
    </message>
    <message>
        <source>{label}: what do you think?</source>
        <translation>{label}: как вы думаете?</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Show without guessing</source>
        <translation>Показать без догадки</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Ваша догадка</translation>
    </message>
    <message>
        <source>Exactly what you guessed.</source>
        <translation>Вы угадали точно.</translation>
    </message>
    <message>
        <source>Your guess and the result are almost the same.</source>
        <translation>Ваша догадка почти совпала с результатом.</translation>
    </message>
    <message>
        <source>Your guess is {number} % above the result.</source>
        <translation>Ваша догадка на {number}&#xa0;% больше результата.</translation>
    </message>
    <message>
        <source>Your guess is {number} % below the result.</source>
        <translation>Ваша догадка на {number}&#xa0;% меньше результата.</translation>
    </message>
    <message>
        <source>Your guess is {number} percentage points above the result.</source>
        <translation>Ваша догадка больше результата, разница в процентных пунктах: {number}.</translation>
    </message>
    <message>
        <source>Your guess is {number} percentage points below the result.</source>
        <translation>Ваша догадка меньше результата, разница в процентных пунктах: {number}.</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Lesson</source>
        <extracomment>an editor saves in several steps; wait for the last for folders on a network or a stick, which send no notice of changes problems are listed up to this number: who mends a thousand sees the next ones then</extracomment>
        <translation>Урок</translation>
    </message>
    <message>
        <source>Language of the lesson</source>
        <translation>Язык урока</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Светлые или тёмные цвета</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Preview: {name}</source>
        <translation>Предпросмотр: {name}</translation>
    </message>
    <message>
        <source>The files cannot be read at the moment. This is how they were before.</source>
        <translation>Сейчас файлы не читаются. Вот какими они были до этого.</translation>
    </message>
    <message>
        <source>This lesson cannot be shown as it is now. This is how it was before.</source>
        <translation>В нынешнем виде урок показать нельзя. Вот каким он был до этого.</translation>
    </message>
    <message>
        <source>This is a packed course. Install it (ecolearn install), or unpack it and preview the folder.</source>
        <translation>Это упакованный курс. Установите его (ecolearn install) или распакуйте и посмотрите папку.</translation>
    </message>
    <message>
        <source>This folder is no course: there is no {file} in it.</source>
        <translation>Эта папка — не курс: в ней нет {file}.</translation>
    </message>
    <message>
        <source>This file is neither a lesson nor a quiz: their names end in .md.</source>
        <translation>Этот файл — не урок и не тест: их имена кончаются на .md.</translation>
    </message>
    <message>
        <source>There is no lesson in this course yet.</source>
        <translation>В этом курсе пока нет уроков.</translation>
    </message>
    <message>
        <source>There is no lesson to show yet. See the problems on the right.</source>
        <translation>Пока нет урока, который можно показать. Посмотрите замечания справа.</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Без названия</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n замечание</numerusform>
            <numerusform>%n замечания</numerusform>
            <numerusform>%n замечаний</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>Замечаний нет</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>строка {number}</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print or save as PDF</source>
        <translation>Распечатать или сохранить в PDF</translation>
    </message>
    <message>
        <source>With the questions, as a worksheet to fill in</source>
        <translation>С вопросами, как рабочий лист для заполнения</translation>
    </message>
    <message>
        <source>With a page of answers, for the teacher</source>
        <translation>С листом ответов для учителя</translation>
    </message>
    <message>
        <source>Drawing the pictures…</source>
        <translation>Рисуем картинки…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить в PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Распечатать…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Файлы PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The file {name} cannot be written. Choose another folder, or close the file if it is open in another program.</source>
        <translation>Не удалось записать файл {name}. Выберите другую папку или закройте файл, если он открыт в другой программе.</translation>
    </message>
</context>
<context>
    <name>ProfilesPage</name>
    <message>
        <source>New profile</source>
        <extracomment>icon name → hue in degrees; what a learner can pick as a picture</extracomment>
        <translation>Новый профиль</translation>
    </message>
    <message>
        <source>Welcome to EcoLearn</source>
        <translation>Добро пожаловать в EcoLearn</translation>
    </message>
    <message>
        <source>Lessons on energy, water, waste and climate. Who is learning here?</source>
        <translation>Уроки об энергии, воде, отходах и климате. Кто здесь учится?</translation>
    </message>
    <message>
        <source>A new profile</source>
        <translation>Новый профиль</translation>
    </message>
    <message>
        <source>A name your class knows is enough.</source>
        <translation>Достаточно имени, которое знают в классе.</translation>
    </message>
    <message>
        <source>Who is learning?</source>
        <translation>Кто учится?</translation>
    </message>
    <message>
        <source>Choose your picture.</source>
        <translation>Выберите свою картинку.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress of {name}</source>
        <translation>Прогресс: {name}</translation>
    </message>
    <message>
        <source>Here you will see what you have read and what you can do already.</source>
        <translation>Здесь вы увидите, что уже прочитали и чему научились.</translation>
    </message>
    <message>
        <source>Choose a course</source>
        <translation>Выбрать курс</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>последний раз: {day}</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Чему вы научились</translation>
    </message>
    <message>
        <source>{read} of {all} lessons</source>
        <translation>уроки: {read} из {all}</translation>
    </message>
    <message>
        <source>quiz under way</source>
        <translation>тест начат</translation>
    </message>
    <message>
        <source>quiz not passed yet</source>
        <translation>тест пока не пройден</translation>
    </message>
    <message>
        <source>quiz passed</source>
        <translation>тест пройден</translation>
    </message>
    <message>
        <source>quiz not taken yet</source>
        <translation>тест ещё впереди</translation>
    </message>
    <message>
        <source>{quiz}, best result {best}</source>
        <translation>{quiz}, лучший результат {best}</translation>
    </message>
    <message>
        <source>No question answered yet</source>
        <translation>Пока нет ответов на вопросы</translation>
    </message>
    <message>
        <source>{percent} of what was asked</source>
        <translation>{percent} по заданным вопросам</translation>
    </message>
</context>
<context>
    <name>QuestionNote</name>
    <message>
        <source>The prediction {id} is missing from this lesson.</source>
        <translation>В этом уроке нет вопроса-догадки {id}.</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Saving…</source>
        <extracomment>text being typed is kept after this pause (RELIABILITY 3.4) in a lesson: judged at once, may be tried again in a lesson: kept, not judged in a quiz: judged at once, final in a quiz: only kept read only a response was handed in and not yet confirmed &quot;answer&quot; or &quot;draft&quot;: what could not be kept whether to hand in with empty parts; the next press does the response has changes nobody was told of</extracomment>
        <translation>Сохраняем…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Kept. You will come back to it later.</source>
        <translation>Ответ сохранён. Позже вы к нему вернётесь.</translation>
    </message>
    <message>
        <source>Show a hint</source>
        <translation>Показать подсказку</translation>
    </message>
    <message>
        <source>Show a hint (costs {percent} of the points)</source>
        <translation>Показать подсказку (минус {percent} баллов)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Сохранить мой ответ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Сдать</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Сохранить ещё раз</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Показать ответ</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>Your answers are saved. The time of this quiz goes on.</source>
        <extracomment>the time used is kept this often (RELIABILITY 3.3) the time left, beside the last look</extracomment>
        <translation>Ваши ответы сохранены. Время этого теста продолжает идти.</translation>
    </message>
    <message>
        <source>The time of this quiz goes on.</source>
        <translation>Время этого теста продолжает идти.</translation>
    </message>
    <message>
        <source>Your answers are saved. You can continue later.</source>
        <translation>Ваши ответы сохранены. Продолжить можно позже.</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>К курсам</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left.</source>
        <translation>
            <numerusform>Осталась %n минута.</numerusform>
            <numerusform>Осталось %n минуты.</numerusform>
            <numerusform>Осталось %n минут.</numerusform>
        </translation>
    </message>
    <message>
        <source>The time is over. Your answers were handed in.</source>
        <translation>Время вышло. Ваши ответы сданы.</translation>
    </message>
    <message>
        <source>Hand in again</source>
        <translation>Сдать ещё раз</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Прогресс</translation>
    </message>
    <message>
        <source>Eco-diary</source>
        <translation>Дневник</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>{name}: change the learner</source>
        <translation>{name}: сменить профиль</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Язык: {name}</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>Courses (Alt+1)</source>
        <translation>Курсы (Alt+1)</translation>
    </message>
    <message>
        <source>Back to the open lesson or quiz (Alt+2)</source>
        <translation>Вернуться к открытому уроку или тесту (Alt+2)</translation>
    </message>
    <message>
        <source>Your progress (Alt+3)</source>
        <translation>Ваш прогресс (Alt+3)</translation>
    </message>
    <message>
        <source>What you measure again and again (Alt+4)</source>
        <translation>Что вы регулярно измеряете (Alt+4)</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Go to the courses</source>
        <extracomment>a card narrower than this (pixels at scale 1) has the ring above the words</extracomment>
        <translation>К курсам</translation>
    </message>
    <message>
        <source>The course is not on this PC any more. Your result is kept.</source>
        <translation>Этого курса на компьютере больше нет. Ваш результат сохранён.</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Ваши ответы</translation>
    </message>
    <message>
        <source>Passed!</source>
        <translation>Тест пройден!</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>Пока получилось не всё</translation>
    </message>
    <message>
        <source>{score}; {share} pass.</source>
        <translation>{score}; чтобы пройти, нужно {share}.</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>Попытка {number}</translation>
    </message>
    <message>
        <source>best so far: {best}</source>
        <translation>лучший результат: {best}</translation>
    </message>
    <message>
        <source>The time was up; what you had answered by then counts.</source>
        <translation>Время вышло; засчитано то, на что вы успели ответить.</translation>
    </message>
    <message numerus="yes">
        <source>Your teacher reads %n answer(s).</source>
        <translation>
            <numerusform>%n ответ прочитает учитель.</numerusform>
            <numerusform>%n ответа прочитает учитель.</numerusform>
            <numerusform>%n ответов прочитает учитель.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>Осталась %n попытка</numerusform>
            <numerusform>Осталось %n попытки</numerusform>
            <numerusform>Осталось %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Practise what was missed</source>
        <translation>Повторить сложное</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Пройти ещё раз</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Чему вы научились</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>Другие вопросы</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>One number is missing</source>
        <extracomment>letters of a unit that stands in the field of a guess</extracomment>
        <translation>Не хватает одного числа</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Указать</translation>
    </message>
    <message>
        <source>There is no result for these numbers</source>
        <translation>Для этих чисел результата нет</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>На заметку</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Совет</translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation>Осторожно</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Запомните</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>результата пока нет</translation>
    </message>
    <message>
        <source>Enter “{name}” to see the rest.</source>
        <translation>Укажите «{name}», чтобы увидеть остальное.</translation>
    </message>
    <message>
        <source>Enter these to see the rest: {name}.</source>
        <translation>Чтобы увидеть остальное, укажите: {name}.</translation>
    </message>
    <message>
        <source>Some numbers are missing</source>
        <translation>Не хватает нескольких чисел</translation>
    </message>
</context>
<context>
    <name>ReviewedQuestion</name>
    <message>
        <source>This question is no longer in the course. It does not count.</source>
        <translation>Этого вопроса в курсе больше нет. Он не засчитывается.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>partly right</source>
        <translation>частично верно</translation>
    </message>
    <message>
        <source>not right yet</source>
        <translation>пока неверно</translation>
    </message>
    <message>
        <source>your teacher reads this</source>
        <translation>прочитает учитель</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>без ответа</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>не засчитывается</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Вопрос {number}</translation>
    </message>
    <message>
        <source>close</source>
        <translation>свернуть</translation>
    </message>
    <message>
        <source>show</source>
        <translation>показать</translation>
    </message>
</context>
<context>
    <name>RoundsView</name>
    <message>
        <source>Next round</source>
        <translation>Следующий раунд</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n&#xa0;мин</numerusform>
            <numerusform>%n&#xa0;мин</numerusform>
            <numerusform>%n&#xa0;мин</numerusform>
        </translation>
    </message>
    <message>
        <source>Round {number}: {title}</source>
        <translation>Раунд {number}: {title}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Time is up: {title}. Go on to the next round.</source>
        <translation>Время вышло: {title}. Переходите к следующему раунду.</translation>
    </message>
    <message>
        <source>Time is up: {title}. That was the last round.</source>
        <translation>Время вышло: {title}. Это был последний раунд.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>Осталась %n минута</numerusform>
            <numerusform>Осталось %n минуты</numerusform>
            <numerusform>Осталось %n минут</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Removed: {name}</source>
        <translation>Убрано: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>There are no rows yet.</source>
        <translation>Строк пока нет.</translation>
    </message>
    <message>
        <source>There is room for {count} rows.</source>
        <translation>Строк может быть не больше {count}.</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>A copy is made and checked.</source>
        <translation>Копия сделана и проверена.</translation>
    </message>
    <message>
        <source>No copy could be made. The list below says why.</source>
        <translation>Копию сделать не удалось. Почему, сказано в списке ниже.</translation>
    </message>
    <message>
        <source>Save a diagnostic file</source>
        <translation>Сохранить файл диагностики</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder, please.</source>
        <translation>Туда файл записать не удалось. Выберите другую папку.</translation>
    </message>
    <message>
        <source>A second place for copies</source>
        <translation>Второе место для копий</translation>
    </message>
    <message>
        <source>Copy of {time}</source>
        <translation>Копия от {time}</translation>
    </message>
    <message>
        <source>If the disk of this PC breaks, its copies are lost too. Choose a folder on a stick, on another disk or on a share: each copy is then also put there.</source>
        <translation>Если диск этого компьютера сломается, пропадут и копии на нём. Выберите папку на флешке, на другом диске или в сети: каждая копия попадёт и туда.</translation>
    </message>
    <message>
        <source>Copies also go to {folder}. Your school has decided that.</source>
        <translation>Копии попадают и в {folder}. Так решила школа.</translation>
    </message>
    <message>
        <source>Copies also go to {folder}.</source>
        <translation>Копии попадают и в {folder}.</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Идёт проверка …</translation>
    </message>
    <message>
        <source>All is well: what was saved is safe.</source>
        <translation>Всё в порядке: сохранённое в безопасности.</translation>
    </message>
    <message>
        <source>What was saved is safe, but there is something to look at.</source>
        <translation>Сохранённое в безопасности, но есть на что обратить внимание.</translation>
    </message>
    <message>
        <source>Something is wrong. The first lines say what to do.</source>
        <translation>Что-то не так. Первые строки говорят, что делать.</translation>
    </message>
    <message>
        <source>Safety and self-check</source>
        <translation>Безопасность и самопроверка</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Save a diagnostic file …</source>
        <translation>Файл диагностики …</translation>
    </message>
    <message>
        <source>Going back to a copy</source>
        <translation>Возврат к копии</translation>
    </message>
    <message>
        <source>What is there now is set aside, never thrown away. For the teacher or whoever looks after the PC.</source>
        <translation>То, что есть сейчас, откладывается в сторону и не выбрасывается. Для учителя или того, кто следит за компьютером.</translation>
    </message>
    <message>
        <source>The copy to go back to</source>
        <translation>Копия, к которой вернуться</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Вернуть …</translation>
    </message>
    <message>
        <source>What is as it should be</source>
        <translation>Что в порядке</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Выбрать папку …</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>Без второго места</translation>
    </message>
    <message>
        <source>Put this in place: {copy}?</source>
        <translation>Поставить на место: {copy}?</translation>
    </message>
    <message>
        <source>Everybody is signed out. What is there now is set aside, never thrown away.</source>
        <translation>Все выйдут из своих профилей. То, что есть сейчас, останется среди отложенных файлов.</translation>
    </message>
    <message>
        <source>Keep newer answers too</source>
        <translation>Оставить и более новые ответы</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Оставить как есть</translation>
    </message>
</context>
<context>
    <name>SafetyWatch</name>
    <message>
        <source>Your work is open in another window on this PC. Both save what you answer, but one window at a time is easier to follow.</source>
        <extracomment>a database held by another program is asked for again after so many milliseconds a `Notice` of the keeper, from its thread</extracomment>
        <translation>Ваша работа открыта на этом компьютере ещё в одном окне. Ответы сохраняют оба, но в одном окне легче не запутаться.</translation>
    </message>
</context>
<context>
    <name>ScenarioView</name>
    <message>
        <source>The end</source>
        <translation>Финал</translation>
    </message>
    <message>
        <source>Scene {number}</source>
        <translation>Сцена {number}</translation>
    </message>
    <message>
        <source>Sheet {number} of the case</source>
        <translation>Дело, лист {number}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Take the last choice back</source>
        <translation>Отменить последний выбор</translation>
    </message>
    <message>
        <source>This way has become very long. Go back, or start again.</source>
        <translation>Этот путь слишком затянулся. Вернитесь назад или начните заново.</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Ваш выбор</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что из этого следует</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Что получилось</translation>
    </message>
    <message>
        <source>The way you took</source>
        <translation>Ваш путь</translation>
    </message>
    <message>
        <source>What is known about it</source>
        <translation>Что об этом известно</translation>
    </message>
    <message>
        <source>Try another way</source>
        <translation>Попробовать другой путь</translation>
    </message>
</context>
<context>
    <name>ScenarioWords</name>
    <message>
        <source>A good end</source>
        <translation>Хороший финал</translation>
    </message>
    <message>
        <source>An end with two sides</source>
        <translation>Финал с плюсами и минусами</translation>
    </message>
    <message>
        <source>This did not end well</source>
        <translation>Это кончилось плохо</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Финал</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
    <message>
        <source>{meter}: {change}, now {value}</source>
        <translation>{meter}: {change}, теперь {value}</translation>
    </message>
    <message>
        <source>{points} of {most} points</source>
        <translation>Баллы: {points} из {most}</translation>
    </message>
    <message>
        <source>{points}: no way has more.</source>
        <translation>{points}. Больше не даёт ни один путь.</translation>
    </message>
    <message>
        <source>{points}: another way has more.</source>
        <translation>{points}. На другом пути можно набрать больше.</translation>
    </message>
</context>
<context>
    <name>ScoreRing</name>
    <message>
        <source>Score: {score}; to pass: {needed}</source>
        <translation>Результат: {score}; чтобы пройти, нужно {needed}</translation>
    </message>
</context>
<context>
    <name>SeriesView</name>
    <message>
        <source>All series</source>
        <translation>Все измерения</translation>
    </message>
    <message>
        <source>Save as table</source>
        <translation>Сохранить как таблицу</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Write down the first value. Measure again in a few days, always the same way: then you will see how it goes.</source>
        <translation>Запишите первое значение. Через несколько дней измерьте снова, так же, как в первый раз: и станет видно, как идут дела.</translation>
    </message>
    <message>
        <source>The next reading will show how much is used in a day.</source>
        <translation>Следующее показание покажет, сколько расходуется за день.</translation>
    </message>
    <message>
        <source>So far: {value}. One more value, and there is a chart.</source>
        <translation>Пока {value}: ещё одно значение — и появится диаграмма.</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Новая запись</translation>
    </message>
    <message>
        <source>Correct the entry of {day}</source>
        <translation>Исправить запись за {day}</translation>
    </message>
    <message>
        <source>Removed: {value}, {day}</source>
        <translation>Убрано: {value}, {day}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Your profile is changed.</source>
        <translation>Ваш профиль изменён.</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Убрать профиль</translation>
    </message>
    <message>
        <source>Take {name} off the list of profiles on this PC?</source>
        <translation>Убрать профиль «{name}» из списка на этом компьютере?</translation>
    </message>
    <message>
        <source>Answers and progress are kept until the teacher erases them.</source>
        <translation>Ответы и прогресс хранятся, пока их не удалит учитель.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Контрастные, светлые</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Контрастные, тёмные</translation>
    </message>
    <message>
        <source>At least 4 characters</source>
        <translation>Не меньше 4 знаков</translation>
    </message>
    <message>
        <source>Show the clock in timed quizzes</source>
        <translation>Показывать, сколько времени осталось</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>Ваш профиль</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Изменить имя</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>Задать PIN-код</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Убрать PIN-код</translation>
    </message>
    <message>
        <source>Your PIN is set.</source>
        <translation>Ваш PIN-код задан.</translation>
    </message>
    <message>
        <source>Your PIN is removed.</source>
        <translation>Ваш PIN-код убран.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Новый PIN-код</translation>
    </message>
    <message>
        <source>Remove this profile …</source>
        <translation>Убрать этот профиль…</translation>
    </message>
    <message>
        <source>Safety and self-check</source>
        <translation>Проверить сохранность</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Progress on this PC is kept in {folder}</source>
        <translation>Прогресс на этом компьютере хранится в папке {folder}</translation>
    </message>
    <message>
        <source>EcoLearn {version}, Apache License 2.0. Built with Qt {qt} (LGPL 3), fonts Inter and JetBrains Mono (OFL), icons Lucide (ISC). Nothing is sent anywhere.</source>
        <translation>EcoLearn {version}, лицензия Apache License 2.0. Сделано на Qt {qt} (LGPL 3); шрифты — Inter и JetBrains Mono (OFL), значки — Lucide (ISC). Ничего никуда не отправляется.</translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message numerus="yes">
        <source>%n answer(s) are right. You have chosen {chosen}.</source>
        <translation>
            <numerusform>Верных ответов: %n. Выбрано: {chosen}.</numerusform>
            <numerusform>Верных ответов: %n. Выбрано: {chosen}.</numerusform>
            <numerusform>Верных ответов: %n. Выбрано: {chosen}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Right too</source>
        <translation>Тоже верно</translation>
    </message>
</context>
<context>
    <name>ShortView</name>
    <message>
        <source>Your answer</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Правильно: {answer}</translation>
    </message>
</context>
<context>
    <name>SittingView</name>
    <message>
        <source>This question is no longer in the course. It does not count.</source>
        <extracomment>so many questions are kept ready besides the one on the screen so long after a step the page may still change its height</extracomment>
        <translation>Этого вопроса в курсе больше нет. Он не засчитывается.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Сдать</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Отмечен</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>Вопрос {number} из {count}</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Mark this question to come back to it (F)</source>
        <translation>Отметить вопрос, чтобы вернуться к нему (F)</translation>
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
        <translation>Цифра кладёт выбранное на место с этим номером, Delete убирает обратно.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>not placed yet</source>
        <translation>пока без места</translation>
    </message>
    <message>
        <source>{empty} of {all} are not sorted yet. Check anyway?</source>
        <translation>Ещё не разложено: {empty} из {all}. Всё равно проверить?</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>Осталось без места</translation>
    </message>
    <message>
        <source>{verdict}. Right: {answer}</source>
        <translation>{verdict}. Правильно: {answer}</translation>
    </message>
</context>
<context>
    <name>SortingEnd</name>
    <message>
        <source>What went into another bin</source>
        <translation>Что попало не в тот бак</translation>
    </message>
    <message>
        <source>Well practised!</source>
        <translation>Отлично потренировались!</translation>
    </message>
    <message>
        <source>Practised</source>
        <translation>Вы потренировались</translation>
    </message>
    <message>
        <source>Mastered: this is clean enough to be recycled.</source>
        <translation>Получилось: так чисто, что можно перерабатывать.</translation>
    </message>
    <message>
        <source>Not clean enough yet</source>
        <translation>Пока недостаточно чисто</translation>
    </message>
    <message>
        <source>{count} of {whole}</source>
        <translation>{count} из {whole}</translation>
    </message>
    <message>
        <source>right at the first try</source>
        <translation>верно с первого раза</translation>
    </message>
    <message>
        <source>You: {chosen}. Right: {right}.</source>
        <translation>У вас: {chosen}. Правильно: {right}.</translation>
    </message>
    <message>
        <source>Again with what I missed</source>
        <translation>Повторить ошибки</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Choose another game</source>
        <translation>Выбрать другую игру</translation>
    </message>
    <message>
        <source>Your best game so far: {share} right</source>
        <translation>Ваша лучшая игра: {share} верно</translation>
    </message>
</context>
<context>
    <name>SortingView</name>
    <message>
        <source>Everything</source>
        <extracomment>so many right ones in a row are worth a word</extracomment>
        <translation>Все вещи</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n thing(s)</source>
        <translation>
            <numerusform>{count} из %n вещи</numerusform>
            <numerusform>{count} из %n вещей</numerusform>
            <numerusform>{count} из %n вещей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n вещь</numerusform>
            <numerusform>%n вещи</numerusform>
            <numerusform>%n вещей</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag it into a bin, click the bin, or press its number.</source>
        <translation>Перетащите в бак, щёлкните по баку или нажмите его номер.</translation>
    </message>
    <message>
        <source>Enter goes on.</source>
        <translation>Enter — дальше.</translation>
    </message>
    <message>
        <source>{number} of {whole}</source>
        <translation>{number} из {whole}</translation>
    </message>
    <message>
        <source>Things sorted</source>
        <translation>Разложено</translation>
    </message>
    <message numerus="yes">
        <source>%n right in a row</source>
        <translation>
            <numerusform>%n верно подряд</numerusform>
            <numerusform>%n верно подряд</numerusform>
            <numerusform>%n верно подряд</numerusform>
        </translation>
    </message>
    <message>
        <source>Thing {number} of {whole}. Press the number of a bin.</source>
        <translation>Вещь {number} из {whole}. Нажмите номер бака.</translation>
    </message>
    <message>
        <source>Right: {thing} → {bin}</source>
        <translation>Верно: {thing} → {bin}</translation>
    </message>
    <message>
        <source>Not there. It goes here: {thing} → {bin}</source>
        <translation>Не туда. Правильно: {thing} → {bin}</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>К результату</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Right place</source>
        <translation>Сюда</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Не сюда</translation>
    </message>
    <message>
        <source>Right: {bin}. {why}</source>
        <translation>Верно: {bin}. {why}</translation>
    </message>
    <message>
        <source>Not right. It belongs in {bin}. {why}</source>
        <translation>Неверно. Правильно: {bin}. {why}</translation>
    </message>
</context>
<context>
    <name>SortingWords</name>
    <message>
        <source>of all things in a wrong bin</source>
        <translation>вещей не в том баке</translation>
    </message>
    <message>
        <source>wrong things in “{bin}”</source>
        <translation>лишнего в баке «{bin}»</translation>
    </message>
    <message>
        <source>Nothing was put into “{bin}”, so nothing can be said about it.</source>
        <translation>В бак «{bin}» ничего не положили, поэтому о нём ничего не скажешь.</translation>
    </message>
    <message numerus="yes">
        <source>{wrong} of %n thing(s) in “{bin}” did not belong there: {share}.</source>
        <translation>
            <numerusform>В баке «{bin}» лишних вещей: {wrong} из %n, это {share}.</numerusform>
            <numerusform>В баке «{bin}» лишних вещей: {wrong} из %n, это {share}.</numerusform>
            <numerusform>В баке «{bin}» лишних вещей: {wrong} из %n, это {share}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{wrong} of %n thing(s) did not belong there: {share}.</source>
        <translation>
            <numerusform>Не в тот бак попало вещей: {wrong} из %n, это {share}.</numerusform>
            <numerusform>Не в тот бак попало вещей: {wrong} из %n, это {share}.</numerusform>
            <numerusform>Не в тот бак попало вещей: {wrong} из %n, это {share}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to {limit} is clean enough.</source>
        <translation>До {limit} — достаточно чисто.</translation>
    </message>
    <message>
        <source>{count} of {whole} right at the first try</source>
        <translation>С первого раза верно: {count} из {whole}</translation>
    </message>
    <message>
        <source>What went into another bin</source>
        <translation>Что попало не в тот бак</translation>
    </message>
    <message>
        <source>{thing}: {chosen} (right: {right}). {why}</source>
        <translation>{thing}: {chosen} (правильно: {right}). {why}</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Your attempts</source>
        <translation>Ваши попытки</translation>
    </message>
    <message>
        <source>{share} of the points pass</source>
        <translation>Чтобы пройти, нужно {share} баллов</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s), then it is handed in</source>
        <translation>
            <numerusform>%n минута, потом тест сдаётся сам</numerusform>
            <numerusform>%n минуты, потом тест сдаётся сам</numerusform>
            <numerusform>%n минут, потом тест сдаётся сам</numerusform>
        </translation>
    </message>
    <message>
        <source>No time limit: take your time</source>
        <translation>Время не ограничено: не спешите</translation>
    </message>
    <message>
        <source>You see after each question whether it is right</source>
        <translation>После каждого вопроса вы увидите, верен ли ответ</translation>
    </message>
    <message>
        <source>You see at the end what was right</source>
        <translation>Что было верно, вы увидите в конце</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) so far</source>
        <translation>
            <numerusform>%n попытка</numerusform>
            <numerusform>%n попытки</numerusform>
            <numerusform>%n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>{attempts}, best: {best}</source>
        <translation>{attempts}, лучший результат: {best}</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>Осталась %n попытка</numerusform>
            <numerusform>Осталось %n попытки</numerusform>
            <numerusform>Осталось %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped at question {number} of {count}. All answers are kept.</source>
        <translation>Вы остановились на вопросе {number} из {count}. Все ответы сохранены.</translation>
    </message>
    <message>
        <source>Continue where you stopped</source>
        <translation>Продолжить с того же места</translation>
    </message>
    <message>
        <source>All attempts are used. Your best result counts.</source>
        <translation>Все попытки использованы. Засчитан лучший результат.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройден</translation>
    </message>
    <message>
        <source>not yet passed</source>
        <translation>пока не пройден</translation>
    </message>
    <message>
        <source>Attempt {number}: {share}</source>
        <translation>Попытка {number}: {share}</translation>
    </message>
</context>
<context>
    <name>StepEntry</name>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>Choose differently here</source>
        <translation>Выбрать здесь другое</translation>
    </message>
    <message>
        <source>Choose differently here: {scene}</source>
        <translation>Выбрать здесь другое: {scene}</translation>
    </message>
    <message>
        <source>What happened: {choice}</source>
        <translation>Что произошло: {choice}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>not answered</source>
        <translation>без ответа</translation>
    </message>
    <message>
        <source>partly answered</source>
        <translation>дан не весь ответ</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>ответ дан</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>partly right</source>
        <translation>частично верно</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>неверно</translation>
    </message>
    <message>
        <source>no longer in the course</source>
        <translation>больше нет в курсе</translation>
    </message>
    <message>
        <source>{state}, flagged</source>
        <translation>{state}, отмечен</translation>
    </message>
    <message>
        <source>Question {number}: {state}</source>
        <translation>Вопрос {number}: {state}</translation>
    </message>
    <message>
        <source>{name}, on the screen</source>
        <translation>{name}, сейчас на экране</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Question {number} of {whole}</source>
        <translation>Вопрос {number} из {whole}</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>Answer: {question}</source>
        <translation>Ответ: {question}</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Show the working</source>
        <translation>Показать решение</translation>
    </message>
    <message>
        <source>The question then does not count as solved.</source>
        <translation>Тогда вопрос не засчитывается как решённый.</translation>
    </message>
    <message>
        <source>How it is calculated</source>
        <translation>Как это посчитано</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>Ответ: {answer}</translation>
    </message>
    <message>
        <source>A number. Comma and point both work.</source>
        <translation>Напишите число. Подойдёт и запятая, и точка.</translation>
    </message>
    <message>
        <source>A number in {unit}. Comma and point both work.</source>
        <translation>Напишите число, единица — {unit}. Подойдёт и запятая, и точка.</translation>
    </message>
    <message>
        <source>A number and its unit. Comma and point both work.</source>
        <translation>Напишите число и единицу измерения. Подойдёт и запятая, и точка.</translation>
    </message>
    <message>
        <source>You looked at the working.</source>
        <translation>Вы посмотрели решение.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>Пока неверно</translation>
    </message>
    <message>
        <source>The number is right, the unit is not</source>
        <translation>Число верно, единица другая</translation>
    </message>
    <message>
        <source>Give an answer first.</source>
        <translation>Сначала дайте ответ.</translation>
    </message>
</context>
<context>
    <name>TimerLabel</name>
    <message>
        <source>Time hidden</source>
        <extracomment>seconds left at which the learner is told</extracomment>
        <translation>Время скрыто</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Осталось меньше минуты</translation>
    </message>
    <message numerus="yes">
        <source>Time left: %n minute(s)</source>
        <translation>
            <numerusform>Осталась %n минута</numerusform>
            <numerusform>Осталось %n минуты</numerusform>
            <numerusform>Осталось %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the time</source>
        <translation>Показать время</translation>
    </message>
    <message>
        <source>Hide the time</source>
        <translation>Скрыть время</translation>
    </message>
</context>
<context>
    <name>TrueFalseView</name>
    <message>
        <source>True</source>
        <extracomment>narrower than this (pixels at scale 1) the two stand below each other</extracomment>
        <translation>Верно</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Неверно</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
    <message>
        <source>Now choose why.</source>
        <translation>Теперь выберите, почему.</translation>
    </message>
</context>
<context>
    <name>VerdictRows</name>
    <message>
        <source>What is your verdict?</source>
        <translation>Какой вывод вы сделаете?</translation>
    </message>
    <message>
        <source>Give the verdict</source>
        <translation>Сделать вывод</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Неверно</translation>
    </message>
</context>
<context>
    <name>WorkingFold</name>
    <message>
        <source>How it is calculated</source>
        <translation>Как это посчитано</translation>
    </message>
</context>
<context>
    <name>_ContinueBar</name>
    <message>
        <source>Continue the quiz: {title}</source>
        <translation>Продолжить тест: {title}</translation>
    </message>
    <message>
        <source>Your answers so far are kept</source>
        <translation>Ваши ответы сохранены</translation>
    </message>
    <message>
        <source>This comes next</source>
        <translation>Это следующий шаг</translation>
    </message>
    <message>
        <source>Start the quiz: {title}</source>
        <translation>Начать тест: {title}</translation>
    </message>
    <message>
        <source>Continue: {title}</source>
        <translation>Продолжить: {title}</translation>
    </message>
    <message>
        <source>{percent} read</source>
        <translation>прочитано {percent}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n урок</numerusform>
            <numerusform>%n урока</numerusform>
            <numerusform>%n уроков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n вопрос</numerusform>
            <numerusform>%n вопроса</numerusform>
            <numerusform>%n вопросов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>около %n минуты</numerusform>
            <numerusform>около %n минут</numerusform>
            <numerusform>около %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) from before that day are needed.</source>
        <translation>
            <numerusform>Нужно ещё %n значение до этого дня.</numerusform>
            <numerusform>Нужно ещё %n значения до этого дня.</numerusform>
            <numerusform>Нужно ещё %n значений до этого дня.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) from that day or later are needed.</source>
        <translation>
            <numerusform>Нужно ещё %n значение за этот день или позже.</numerusform>
            <numerusform>Нужно ещё %n значения за этот день или позже.</numerusform>
            <numerusform>Нужно ещё %n значений за этот день или позже.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RowView</name>
    <message>
        <source>row {number}</source>
        <translation>строка {number}</translation>
    </message>
    <message>
        <source>{label}, {unit}</source>
        <translation>{label}, {unit}</translation>
    </message>
    <message>
        <source>{label}, row {number}</source>
        <translation>{label}, строка {number}</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Убрать: {name}</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>One answer</source>
        <translation>Один ответ</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Несколько ответов</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Верно или неверно</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Short answer</source>
        <translation>Короткий ответ</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Найти пары</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Разложить по группам</translation>
    </message>
    <message>
        <source>Put in order</source>
        <translation>Расставить по порядку</translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation>Заполнить пропуски</translation>
    </message>
    <message>
        <source>Find in the picture</source>
        <translation>Найти на рисунке</translation>
    </message>
    <message>
        <source>Table of choices</source>
        <translation>Выбрать в таблице</translation>
    </message>
    <message>
        <source>Open answer</source>
        <translation>Развёрнутый ответ</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n балл</numerusform>
            <numerusform>%n балла</numerusform>
            <numerusform>%n баллов</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} балла</translation>
    </message>
    <message numerus="yes">
        <source>{points} of %n point(s)</source>
        <translation>
            <numerusform>{points} из %n балла</numerusform>
            <numerusform>{points} из %n баллов</numerusform>
            <numerusform>{points} из %n баллов</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} of {all} points</source>
        <translation>{points} из {all} балла</translation>
    </message>
    <message>
        <source>Right! {score}</source>
        <translation>Верно! {score}</translation>
    </message>
    <message>
        <source>Partly right: {score}</source>
        <translation>Частично верно: {score}</translation>
    </message>
    <message>
        <source>Not right this time: {score}</source>
        <translation>Пока неверно: {score}</translation>
    </message>
    <message>
        <source>Right!</source>
        <translation>Верно!</translation>
    </message>
    <message>
        <source>Partly right</source>
        <translation>Частично верно</translation>
    </message>
    <message>
        <source>Not right this time</source>
        <translation>Пока неверно</translation>
    </message>
    <message>
        <source>Kept for your teacher</source>
        <translation>Сохранено для учителя</translation>
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
        <translation>Игра: сортировка</translation>
    </message>
    <message>
        <source>What would you do?</source>
        <translation>Как бы вы поступили?</translation>
    </message>
    <message>
        <source>Check the number</source>
        <translation>Проверьте число</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Чек-лист</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Дебаты</translation>
    </message>
    <message>
        <source>Eco-diary</source>
        <translation>Экодневник</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Задание</translation>
    </message>
</context>
<context>
    <name>calculator</name>
    <message>
        <source>{number} {unit}, between {low} and {high}</source>
        <extracomment>a formula with more signs than this is broken into several lines</extracomment>
        <translation>{number} {unit}, от {low} до {high}</translation>
    </message>
    <message>
        <source>That would be a division by zero.</source>
        <translation>Получилось бы деление на ноль.</translation>
    </message>
    <message>
        <source>That would be a root of a number below zero.</source>
        <translation>Получился бы корень из отрицательного числа.</translation>
    </message>
    <message>
        <source>That would be a logarithm of zero or less.</source>
        <translation>Получился бы логарифм нуля или отрицательного числа.</translation>
    </message>
    <message>
        <source>The numbers become too large.</source>
        <translation>Числа получаются слишком большими.</translation>
    </message>
    <message>
        <source>There is a mistake in the formula. Please tell the author of the course.</source>
        <translation>В формуле ошибка. Сообщите о ней автору курса.</translation>
    </message>
    <message>
        <source>With the ranges of the constants: {low} … {high} {unit}</source>
        <translation>С учётом диапазонов постоянных: {low} … {high} {unit}</translation>
    </message>
    <message>
        <source>Numbers used</source>
        <translation>Использованные числа</translation>
    </message>
    <message>
        <source>To use other values, change them in {file}. Only the preview says so.</source>
        <translation>Чтобы взять другие значения, измените их в файле {file}. Эта подсказка видна только в предпросмотре.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
</context>
<context>
    <name>diary</name>
    <message>
        <source>Before</source>
        <extracomment>points of the small chart in a lesson</extracomment>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>Use per day</source>
        <translation>Расход за день</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>means of weeks</source>
        <translation>средние за неделю</translation>
    </message>
    <message>
        <source>means of months</source>
        <translation>средние за месяц</translation>
    </message>
    <message>
        <source>means of years</source>
        <translation>средние за год</translation>
    </message>
    <message>
        <source>Value</source>
        <extracomment>digits of a mean: more would pretend to know more a change of less per cent is none</extracomment>
        <translation>Значение</translation>
    </message>
    <message>
        <source>The course of this series is not here any more. Your entries are.</source>
        <translation>Курса, к которому относятся эти записи, больше нет. Сами записи сохранены.</translation>
    </message>
    <message>
        <source>{unit} a day</source>
        <translation>{unit} в день</translation>
    </message>
    <message>
        <source>Please enter a number.</source>
        <translation>Введите число.</translation>
    </message>
    <message>
        <source>This is not a number. Digits, a comma or a point are understood, and a unit behind them.</source>
        <translation>Это не число. Подойдут цифры, запятая или точка, а после них единица измерения.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Это число слишком большое.</translation>
    </message>
    <message>
        <source>“{typed}” is no unit that can be used here.</source>
        <translation>Единица «{typed}» здесь не подходит.</translation>
    </message>
    <message>
        <source>“{typed}” measures something else than {unit}. Please enter the value again.</source>
        <translation>Здесь нужно {unit}, а «{typed}» измеряет другое. Введите значение ещё раз.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>просто число</translation>
    </message>
    <message>
        <source>Really {value}? Usual values lie between {low} and {high}.</source>
        <translation>Обычно бывает от {low} до {high} — точно {value}?</translation>
    </message>
    <message>
        <source>{value} is less than the reading before, {other} ({day}). Was the meter exchanged?</source>
        <translation>{value} — меньше предыдущего показания: {other} ({day}). Счётчик заменили?</translation>
    </message>
    <message>
        <source>{value} is more than the reading after it, {other} ({day}). Was the meter exchanged between them?</source>
        <translation>{value} — больше следующего показания: {other} ({day}). Счётчик между ними заменили?</translation>
    </message>
    <message>
        <source>A reading of the day itself would serve for both.</source>
        <translation>Показание за сам этот день подойдёт для обоих.</translation>
    </message>
    <message>
        <source>The same as before</source>
        <translation>Так же, как раньше</translation>
    </message>
    <message>
        <source>This cannot be said in per cent: before, it was 0 or less</source>
        <translation>В процентах не выразить: раньше было 0 или меньше</translation>
    </message>
    <message>
        <source>About the same as before</source>
        <translation>Примерно как раньше</translation>
    </message>
    <message>
        <source>{percent} less than before</source>
        <translation>На {percent} меньше, чем раньше</translation>
    </message>
    <message>
        <source>{percent} more than before</source>
        <translation>На {percent} больше, чем раньше</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something went wrong in EcoLearn. What was saved is safe; please go on, and tell your teacher if it happens again.</source>
        <translation>В EcoLearn произошёл сбой. Всё сохранённое на месте; продолжайте, а если это повторится, скажите учителю.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>What you enter</source>
        <extracomment>empty rows below those a table of a calculator, or a diary, begins with whole numbers without a unit below this are written without a group sign: they may be years</extracomment>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ваше число</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Ваши результаты</translation>
    </message>
    <message>
        <source>   for instance {number}</source>
        <translation>   например, {number}</translation>
    </message>
    <message>
        <source>How it is calculated</source>
        <translation>Как это посчитать</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation>Что говорят источники</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Working and answer: {line}</source>
        <translation>Решение и ответ: {line}</translation>
    </message>
    <message>
        <source>What is your verdict?</source>
        <translation>Какой вывод вы сделаете?</translation>
    </message>
    <message>
        <source>Because: {line}</source>
        <translation>Потому что: {line}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Факт</translation>
    </message>
    <message>
        <source>Before: how far do you agree? Circle a number, 0 = not at all.</source>
        <translation>До: насколько вы согласны? Обведите число, 0 — нисколько.</translation>
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
        <translation>Что делаем</translation>
    </message>
    <message>
        <source>After: how far do you agree now? Circle a number.</source>
        <translation>После: насколько вы согласны теперь? Обведите число.</translation>
    </message>
    <message>
        <source>What you can say</source>
        <translation>Что вы можете сказать</translation>
    </message>
    <message>
        <source>What you can answer the others</source>
        <translation>Что вы можете ответить другим</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Fact</source>
        <extracomment>the document is laid out in pixels of 1/96 inch and scaled when it is painted room between a card and the line to cut along, and between its frame and its text a card with little text is drawn larger, one with much smaller one object draws the formulas of all looks</extracomment>
        <translation>Факт</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>На заметку</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Совет</translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation>Осторожно</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Запомните</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Попробуйте сами</translation>
    </message>
    <message>
        <source>Name: {line}    Class: {short}    Date: {short}</source>
        <translation>Имя: {line}    Класс: {short}    Дата: {short}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Страница {page} из {pages}</translation>
    </message>
</context>
<context>
    <name>scenario</name>
    <message>
        <source>→ go to {number}</source>
        <translation>→ сцена {number}</translation>
    </message>
    <message>
        <source>Choose:</source>
        <translation>Выберите:</translation>
    </message>
    <message>
        <source>What is said about the choices</source>
        <translation>Пояснения к выборам</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Выбор</translation>
    </message>
    <message>
        <source>What it brings</source>
        <translation>Что это даёт</translation>
    </message>
    <message>
        <source>Begin with 1. Choose, and go on with the number beside your choice. Do not read ahead: what is said about each choice stands at the end.</source>
        <translation>Начните со сцены 1. Сделайте выбор и перейдите к сцене, указанной рядом с ним. Не забегайте вперёд: пояснения к каждому выбору — в конце.</translation>
    </message>
    <message>
        <source>Keep count</source>
        <translation>Ведите счёт</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Вначале</translation>
    </message>
    <message>
        <source>On your way</source>
        <translation>По пути</translation>
    </message>
</context>
<context>
    <name>sorting</name>
    <message>
        <source>Thing</source>
        <translation>Вещь</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Бак</translation>
    </message>
    <message>
        <source>Write the number of a bin beside each thing.</source>
        <translation>Рядом с каждой вещью напишите номер бака.</translation>
    </message>
    <message>
        <source>Where things go, and why</source>
        <translation>Что куда и почему</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>{number} h</source>
        <translation>{number} ч</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Пройден</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Не начат</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитан</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Ещё не прочитан</translation>
    </message>
    <message>
        <source>Waiting for you to go on</source>
        <translation>Ждёт продолжения</translation>
    </message>
    <message>
        <source>Not passed yet</source>
        <translation>Пока не пройден</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Пройден</translation>
    </message>
    <message>
        <source>Not taken yet</source>
        <translation>Ещё не начат</translation>
    </message>
    <message>
        <source>Grades 1–4</source>
        <translation>1–4 классы</translation>
    </message>
    <message>
        <source>Grades 5–9</source>
        <translation>5–9 классы</translation>
    </message>
    <message>
        <source>Grades 10–11, colleges</source>
        <translation>10–11 классы, колледжи</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>Химия</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>Professionals</source>
        <translation>Специалисты</translation>
    </message>
    <message>
        <source>This part is not translated yet, so it is shown in another language: {name}.</source>
        <translation>Эта часть ещё не переведена, поэтому показана на другом языке: {name}.</translation>
    </message>
    <message>
        <source>Needs a newer EcoLearn</source>
        <translation>Нужна более новая версия EcoLearn</translation>
    </message>
    <message>
        <source>Cannot be read: ask your teacher</source>
        <translation>Не открывается: скажите учителю</translation>
    </message>
</context>
<context>
    <name>worksheet</name>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>For the teacher: take this page out.</source>
        <translation>Для учителя: уберите эту страницу.</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Неверно</translation>
    </message>
    <message>
        <source>An answer of one&apos;s own.</source>
        <translation>Свой собственный ответ.</translation>
    </message>
    <message>
        <source>Because:</source>
        <translation>Потому что:</translation>
    </message>
    <message>
        <source>Answer: {line}</source>
        <translation>Ответ: {line}</translation>
    </message>
    <message>
        <source>Write where each belongs: {bins}</source>
        <translation>Напишите, куда относится каждое: {bins}</translation>
    </message>
    <message>
        <source>Number the steps in the right order.</source>
        <translation>Пронумеруйте шаги в верном порядке.</translation>
    </message>
    <message>
        <source>Mark the places in the picture.</source>
        <translation>Отметьте места на рисунке.</translation>
    </message>
    <message>
        <source>Mark the place.</source>
        <translation>Отметьте место.</translation>
    </message>
</context>
</TS>
