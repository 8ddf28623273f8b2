# What went wrong, by code. The next step comes before the reason.

# The way to the portal
error-offline = Check your connection, then try again. This device is not connected to the internet. What you typed is still here.
error-portal-unreachable = Try again in a few minutes. You are connected, but the portal does not answer. What you typed is still here.
error-unexpected-reply = Open a web page to see if this network asks you to sign in first, then try again. Something other than the portal answered.
error-internal = Try again. If it happens again, write to the contact address. The portal had a fault; it is not something you did.
error-unavailable = Try again in { $wait }. The portal is busy or being worked on.
error-update-required = Update this app, then come back. The portal no longer works with this version. What you typed is still here.
error-not-found = Go back to your household. This was not found, or it belongs to someone with their own account.
error-forbidden = Go back to your household. Your sign-in cannot be used for this.
error-malformed = Check the answers that are marked.
error-body-too-large = Send something smaller, at most { $bytes }.
error-draft-changed-elsewhere = Go to the page that has two versions and choose what to keep. You typed here, and another version was typed somewhere else.
error-idempotency-mismatch = Check your answers and send them again. They changed while they were being sent.

# Signing in
error-sign-in-refused = Check your username and your password. Together, they do not match an account.
error-first-sign-in-refused = Check your username, temporary password, date of birth and UCI. Together, they do not match an account.
error-temporary-password-expired = Have a new temporary password sent. Yours worked until { $on }.
error-too-many-attempts = Wait { $wait }, then try again. There were too many attempts that did not match.
error-sign-in-required = Sign in again to go on. Your session has ended. What you typed is still here.
error-cookies-needed = Allow cookies for this page, or open it at its https address, then sign in again. Without that, this browser forgets at once that you signed in.
error-session-cannot-be-extended = Sign in again when your session ends. It cannot be made longer. What you typed is kept.
error-first-sign-in-timed-out = Start again with your temporary password, or sign in if you already stored your own. This page waits 30 minutes at most.

# Fields
error-required = Answer this question
error-required--username = Enter your username
error-required--password = Enter your password
error-required--temporary-password = Enter your temporary password
error-required--date-of-birth = Enter your date of birth
error-required--uci = Enter your UCI
error-required--street = Enter the street number and name
error-required--municipality = Enter the city, town or village
error-required--province = Choose the province or territory
error-required--postal-code = Enter the postal code
error-required--kind = Choose what the picture is
error-required--picture = Choose a picture
error-malformed--left = Enter the distance from the left as a whole number from { $least } to { $most }. The picture goes no further
error-malformed--top = Enter the distance from the top as a whole number from { $least } to { $most }. The picture goes no further
error-malformed--width = Enter the width as a whole number from { $least } to { $most }. The picture has room for no more
error-malformed--height = Enter the height as a whole number from { $least } to { $most }. The picture has room for no more
error-too-long = Use { $limit } characters or fewer
error-username-shape = Enter your username as it is in the email: 8 letters and digits, like K7MP‑2XQD
error-uci-shape = Enter your UCI as 8 or 10 digits, like 1234‑5678 or 11‑2345‑6789
error-date-not-real = Enter a date that exists: a day, a month and a year of 4 digits, like 27 3 1988
error-date-out-of-range = Check the date of birth. It cannot be in the future or more than 130 years ago
error-password-too-short = Make your password longer: at least { $limit } characters. It has { $length }
error-password-too-long = Make your password shorter: at most { $limit } characters. It has { $length }
error-password-common = Choose a password that is harder to guess. This one is common, or is mostly words of this service
error-password-weak = Choose a password that is harder to guess, such as four or five words that have nothing to do with each other
error-password-own-words = Choose a password without your username that is not your temporary password
error-postal-code-shape = Enter a Canadian postal code, like K1A 0B1
error-postal-code-province = Check the postal code and the province. No postal code in { $province } begins with { $letter }
error-not-in-canada = Choose a province or territory of Canada. The card is mailed in Canada only
error-label-line-too-long = Shorten this line of the label to { $limit } characters. It has { $length }
error-label-line-too-long--care-of = Shorten the care-of name. Its line on the label has { $length } characters; { $limit } fit
error-label-line-too-long--street = Shorten the street, or move part of it to “Second address line”. Its line on the label has { $length } characters; { $limit } fit
error-label-line-too-long--more = Shorten this line. It has { $length } characters; { $limit } fit on the label
error-label-line-too-long--municipality = Shorten the city. Its line on the label has { $length } characters; { $limit } fit
error-not-printable = Use letters that can be printed on a label: Latin letters, digits and common signs
error-nobody-chosen = Choose at least one person

# The journey
error-declaration-text-changed = Read the text again before you declare. It has changed.
error-already-declared = Nothing more to do: presence was already declared.
error-declaration-missing = Declare presence in Canada first. Then the photo can be sent.
error-address-closed = Write to the contact address to change the address. The card is already made.
error-address-changed-elsewhere = Choose which address to keep. Another one was given on { $on }, after you opened this page.
error-photo-already-submitted = Nothing more to do: a photo is already with an officer or accepted.
error-upload-missing = Send the photo again. Its file did not arrive.
error-upload-offset = Send the photo again. The portal already has a part of it, and sending goes on from there.
error-digest-mismatch = Send the photo again. Its file changed on the way.
error-household-withdrawn = Write to the contact address if this is unexpected. The application was withdrawn.
error-household-interview = Wait for the letter about your interview. Until then nothing can be sent.
error-wrong-state = Look at the case again. This step cannot follow the state it is in.

# The photo’s file
error-photo-empty = Choose another file. This one is empty.
error-photo-unreadable = Choose another file. This one is not a picture that can be read; it may be damaged.
error-photo-wrong-format = Choose a JPEG or PNG file. { $found ->
    [png] This one could not be read as a PNG.
    [jpeg] This one could not be read as a JPEG.
    [cmyk] This one has colours for printing (CMYK); save it with colours for screens (RGB).
    [gif] This one is a GIF.
    [webp] This one is a WebP.
    [heic] This one is a HEIC picture, as some phones make; the phone can export it as JPEG.
    [avif] This one is an AVIF.
    [tiff] This one is a TIFF.
    [bmp] This one is a BMP.
    [pdf] This one is a PDF.
    [svg] This one is an SVG drawing.
    [text] This one is text, whatever its name says.
    [mp4] This one is a video.
    [zip] This one is a ZIP archive.
   *[other] This one is something else, whatever its name says.
}
error-photo-too-small = Choose a larger picture: at least { $min_width } × { $min_height } pixels. This one is { $width } × { $height }.
error-photo-too-large = Choose a smaller picture: at most { $max_width } × { $max_height } pixels. This one is { $width } × { $height }.
error-photo-wrong-shape = Choose a picture in the shape 5 to 7 (50 mm wide, 70 mm high). This one is { $width } × { $height } pixels.
error-photo-too-heavy = Choose a file of at most { $limit }. This one has { $bytes }.
error-photo-no-room = Move the frame into the picture. Pixels that are missing: { $left } on the left, { $top } above, { $right } on the right, { $bottom } below.
error-photo-already-returned = Choose another picture. This one was already returned.
error-photo-too-many-pixels = Choose a picture of at most { $limit } megapixels. This one has { $megapixels }.
error-photo-too-much-for-device = Choose a smaller picture. This one needs more memory than this device has free.

# This device
error-secret-store-missing = You can go on. What you type is not kept when the app closes, because this device has no secure place to keep it.
error-device-key-wrong = Sign in again. What was kept on this device cannot be opened and was set aside.
error-passphrase-wrong = Try the passphrase again. This one does not open what is kept on this device
error-passphrase-too-short = Make your passphrase longer: at least { $limit } characters. It has { $length }
error-device-data-damaged = Check what you typed before you send it. Part of what was kept on this device was damaged. A copy was set aside.
error-device-data-newer = Update this app. What is kept here was written by a newer version, and stays as it is until then.
error-device-photos-again = Pick your photos again. What an earlier version of this app kept of them cannot be used. Everything else is still here.
error-device-read-only = Let this app write to the storage of this device, then try again. It is read-only.
error-disk-full = Make room on this device, then try again. Its storage is full.
error-device-store-failed = Try again. If it happens again, restart the app. What is kept on this device cannot be read or written.
error-file-not-readable = Choose the file again. It could not be read; it may have been moved, or its device is gone.
error-picker-unavailable = Try again. If it happens again, restart this device. Its file picker did not open.
