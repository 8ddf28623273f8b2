# The household board and a person’s page.

household-heading = Your household
household-heading-alone = Your permanent residence
household-failed = Your household could not be shown
application = Application { $number }
as-of = As of { $when }
refresh = Refresh
refreshing = Refreshing…
refreshed = The page is up to date.
latest-heading = What happened lately

next-declare = { $who ->
    [me] Next: declare that you are in Canada
    [us] Next: declare that { $names } are in Canada
   *[them] { $count ->
        [one] Next: declare that { $names } is in Canada
       *[other] Next: declare that { $names } are in Canada
    }
}
next-declare-why = It takes two minutes and a connection. Everything after it depends on it.
next-address = { $count ->
    [one] Next: say where to mail the card
   *[other] Next: say where to mail the cards
}
next-address-why = A mailing address in Canada. You can change it until the card is made.
next-replace-photo = { $who ->
    [me] Next: replace your photo
   *[other] Next: replace { $names }’s photo
}
next-replace-photo-why = An officer returned it and said why. A new one can be sent right away.
next-add-photo = { $who ->
    [me] Next: add your photo
   *[other] Next: add { $names }’s photo
}
next-add-photo-why = A digital photo, a scan or a selfie, in the shape of the card.
next-wait = Nothing to do right now
next-wait-why = Everything is sent. Officers are at work; you get an email when something changes.
next-finished = Finished: every card is in the mail
next-finished-why = Keep the card safe when it arrives. Nothing more is needed here.
stopped-withdrawn = The application was withdrawn, so nothing more can be sent. If this is unexpected, write to the contact address.
stopped-interview = Wait for the letter with the date and place of your interview. Until then nothing can be sent. Most people do not need an interview.
go-declare = Go to the declaration
go-address = Give the address
go-replace-photo = Choose another photo
go-add-photo = Add the photo

this-is-you = you
you-in-list = you
age = { $age ->
    [0] under 1 year old
    [one] 1 year old
   *[other] { $age } years old
}
own-account = { $name } has their own account. Only { $name } sees these steps and can do them.
other-account = { $name }’s steps are in another account.
others-heading = Others on this application
steps-done = { $done } of { $all } steps done
person-finished = All done. The card is in the mail
for-person = for { $name }
next-declaration-to-do = Declare presence in Canada
next-address-to-do = Give the address
next-photo-to-do = Add the photo
next-photo-problem = Choose another photo
next-photo-waiting = The photo is with an officer
next-card-waiting = The card is being made
next-card-problem = Read about the card
trouble-photo-returned = { $name }’s photo was returned
trouble-card-undelivered = { $name }’s card came back
trouble-card-must-apply = { $name }’s card must be applied for separately
concerns-only = This concerns { $name } only. Nobody else has to do anything.
concerns-only-others-go-on = This concerns { $name } only. It does not hold anyone else up.
days-left = { $days ->
    [0] today is the last day
    [one] 1 day left
   *[other] { $days } days left
}

person-heading-loading = One person
steps-heading = The five steps
status-card-waiting = Being made
declared-on = On { $day } by { $by }. Reference { $reference }
given-on = Given on { $day }
photo-sent-on = Sent on { $day }
photo-accepted-on = Accepted on { $day }
photo-returned-on = Returned on { $day }
card-made-on = Made on { $day }
card-mailed-on = Mailed on { $day }
card-undelivered-on = Came back on { $day }. Check the address and write to the contact address
card-must-apply = The time to claim it here has run out. The official page says how to apply for a card
proof-heading = Proof of status
proof-issued = Permanent resident since { $since }. The proof was issued on { $day }.
timeline-heading = What happened
