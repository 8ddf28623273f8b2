# The address.

address-heading = Where should the card be mailed?
address-lead = Cards are mailed inside Canada only. You can change the address until the card is made.
address-who = Whose address is this?
address-who-hint = Everyone you tick gets their own card at this address.
mailing-heading = Mailing address
mailing-hint = If mail comes in someone else’s care, give their name as “Care of”.
residential-heading = Where you live
residential-same = At the mailing address
address-care-of = Care of
address-care-of-hint = Only if someone else’s name is on the mailbox
address-unit = Unit
address-unit-hint = Apartment or suite number
address-street = Street
address-street-hint = Number and name, or a post office box like PO BOX 123, or RR 2, or GD
address-more = Second address line
address-more-hint = Building, station, site. At most { $limit } characters
address-municipality = City, town or village
address-province = Province or territory
address-postal-code = Postal code
address-elsewhere = We live somewhere else
address-elsewhere-hint = Tick this if mail comes to one address and you live at another
address-closed = The card is already made, so the address can no longer be changed here. Write to the contact address.
address-check-heading = Is this address right?
address-check-lead = { $count ->
    [one] This is how the label will be printed.
   *[other] This is how the labels will be printed, one for each person.
}
address-check-later = You can change it until the card is made.
address-use = Use this address
address-incomplete = Something in the address still needs an answer.
address-go-back = Go back to the address
address-done-heading = The address is saved
address-done-card = The card is mailed there once the photo is accepted and the card is made.
address-done-change = If you move before that, change the address from your household.
