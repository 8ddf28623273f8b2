# Devices without a secure store for keys: a passphrase that opens what is kept there, or nothing kept.

passphrase-choose-heading = Keep what you type on this device?
passphrase-choose-lead = This device has no secure store for a key, so you choose. You can change your mind in the settings.
passphrase-question = When the app closes
passphrase-way-keep = Keep what I typed, with a passphrase
passphrase-way-keep-text = It is encrypted. The app asks for the passphrase each time it opens
passphrase-way-nothing = Do not keep anything on this device
passphrase-way-nothing-text = What you did not send by then is lost
passphrase = Passphrase for this device
passphrase-hint = At least { $least } characters, and another one than your password for the portal. Spaces count
passphrase-no-reset = Write it down in a safe place. Nobody can reset it, neither this app nor the portal. Without it, what is kept here cannot be opened any more. What you sent is with the portal in any case.
passphrase-go-on = Continue
passphrase-working = Opening…
passphrase-enter-heading = Enter the passphrase of this device
passphrase-enter-lead = What you typed is kept here, encrypted. The passphrase opens it.
passphrase-open = Open
passphrase-without = Go on without it
passphrase-without-now-text = Go on this time, and leave what is kept here as it is. What you type now is lost when the app closes.
passphrase-without-now = Go on this time
passphrase-anew-text = If you do not know the passphrase any more, start anew. What is kept here is set aside and not shown again. What you sent is with the portal.
passphrase-anew = Start anew
passphrase-anew-title = Start anew on this device?
passphrase-anew-ask = What you typed and did not send is set aside, and nobody can open it without the passphrase.
passphrase-anew-act = Set it aside
passphrase-change-heading = Change the passphrase
passphrase-current = Passphrase until now
passphrase-new = New passphrase
passphrase-change-act = Change the passphrase
passphrase-changed = The passphrase is changed.
passphrase-remove = Remove the passphrase and keep nothing
passphrase-remove-title = Keep nothing on this device?
passphrase-remove-text = What you typed and did not send, and pictures that you chose, are gone for good. You stay signed in until the app closes.
passphrase-remove-act = Keep nothing
passphrase-choose = Choose a passphrase
data-with-passphrase = This app keeps these things here, encrypted. Your passphrase opens them:

# What is missing
error-required--keeping-way = Choose what happens when the app closes
error-required--passphrase = Enter the passphrase
error-required--new-passphrase = Enter a new passphrase
error-required--current-passphrase = Enter the passphrase that you use now
