# The card’s page and the timeline’s page.

what-happened = What happened
about-the-card = About the card
everything-that-happened = Everything that happened
timeline-of = What happened: { $name }
timeline-empty = Nothing has happened yet. Each step appears here, with what comes next.
timeline-mail = You get an email about each step too. It says only that something changed; what it is stands here.

card-of = Card of { $name }
card-needs = The card is made once these are done:
card-needs-then = Then it is made within { $days } days and mailed.
card-being-made = Made by about { $day }
card-being-made-text = Nothing to do now. You get an email when it is mailed.
card-made-text = It is mailed next. You get an email then.
card-mailed-text = Watch your mailbox and keep the card safe. If it does not come, write to the contact address.
card-came-back-on = The card came back on { $day }. It can be mailed again.
card-undelivered-check = Check the address below, with unit and postal code, and the name on your mailbox.
card-undelivered-write = Write to the contact address. Give your application number and say if the address is right or what it should be.
card-undelivered-again = An officer mails the card again. You see it here and get an email.
card-must-apply-text = Apply for the card separately. The official page says how:
card-must-apply-status = The time to claim it here ran out. Permanent residence itself is not affected.
card-goes-to = Where the card goes
card-change-address = Change the address
