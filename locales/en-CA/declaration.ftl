# Declaring presence in Canada.

declaration-heading = Are you in Canada?
declaration-lead = Permanent residence is confirmed for people who are physically in Canada. Tick each person who is in Canada at this moment.
declaration-offline = Connect to the internet to declare. Presence is declared at the moment it is true, so it is never sent later. Your ticks are kept.
declaration-all-done = Nothing more to do: presence is declared for everyone you act for.
declaration-who = Who is in Canada now?
declaration-who-hint = One tick per person. Leave out anyone who is not in Canada; you can declare for them when they are.
declaration-i-am = I am in Canada now
declaration-they-are = Is in Canada now
statement-heading = What you declare
statement-present = Each person I ticked is physically present in Canada as I send this.
statement-each = I declare for myself, or for a member of my household whom my account acts for.
statement-true = What I declare is true. I know that a false statement can cost permanent residence.
statement-version = Text of { $version }
declaration-stay-title = Do not leave Canada before the proof of status is issued
declaration-stay-text = This declaration alone does not make anyone a permanent resident. Without the proof, coming back may not be possible.
declaration-representative = Only you can declare. A representative may not do it for you, even with your consent.
declaration-act = { $who ->
    [me] Declare that I am in Canada
    [us] Declare that we are in Canada
   *[them] { $count ->
        [one] Declare that { $names } is in Canada
       *[other] Declare that they are in Canada
    }
}
declaring = Declaring…
declaration-done-heading = Presence is declared
declaration-done-proof = An officer looks at it and issues the proof of status. It says from which day each person is a permanent resident.
declaration-done-mail = You get an email when it is there. The steps are always up to date in your household.
declaration-done-meanwhile = Meanwhile, give the address and add the photos.
