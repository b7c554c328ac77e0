import QtQuick

// Sentences for a screen reader. Urgent ones are said at once; the others merge, at most one in 3 s.
Item {
    id: announcer

    property var waiting: []

    // a test listens here too
    signal said(string sentence, bool urgent)

    function urgently(sentence: string): void {
        announcer.Accessible.announce(sentence, Accessible.Assertive);
        said(sentence, true);
    }
    function politely(sentence: string): void {
        if (waiting.length < 8)
            waiting.push(sentence);
        if (!pause.running)
            flush();
    }
    function flush(): void {
        if (waiting.length === 0)
            return;
        const sentence = waiting.join(". ");
        waiting = [];
        announcer.Accessible.announce(sentence, Accessible.Polite);
        said(sentence, false);
        pause.restart();
    }

    Timer {
        id: pause

        interval: 3000
        onTriggered: announcer.flush()
    }
}
