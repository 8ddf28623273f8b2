# The photo.

photo-heading = Photo
photo-of = Photo of { $name }
photo-description = Photo of { $name }
photo-choose = { $who ->
    [me] Choose your photo
   *[other] Choose a photo of { $name }
}
photo-choose-again = { $who ->
    [me] Choose another photo of yourself
   *[other] Choose another photo of { $name }
}
allowed-heading = What is allowed
allowed-drawing = Drawing of the frame: the face from the front, in the middle; from chin to crown the head takes up about half of the height.
allowed-face = Face from the front, eyes open, mouth closed, no smile.
allowed-ground = Plain white background, even light, no shadows.
allowed-head = From chin to crown, the head takes up 44 to 51% of the height.
allowed-glasses = Glasses only without glare or tint. A head covering for faith or health is fine if the whole face shows.
allowed-recent = Taken in the last 12 months, not edited.
allowed-file = JPEG or PNG, at most { $size }, from { $min_width } × { $min_height } to { $max_width } × { $max_height } pixels, in the shape 5 to 7.
allowed-not-print = A phone picture of a paper print is not accepted. Scan the print instead.
photo-kind = What is the picture?
photo-kind-digital = A digital photo
photo-kind-digital-hint = From a photographer, or taken by someone else
photo-kind-scan = A scan of a print
photo-kind-scan-hint = Of a print that a photographer made
photo-kind-selfie = A selfie
photo-kind-selfie-hint = Taken by the person in it
photo-pick = Choose a picture
photo-pick-another = Choose another picture
photo-picking = Choosing…
photo-one-moment = One moment…
photo-picked = The picture is here. Check what is said about it.
photo-while-open = This picture is in this page only. It is gone when you close or reload the page, so send it before that.
photo-remove = Remove this picture
photo-removed = The picture was removed from this app.
this-is = This is { $name }, { $age ->
    [0] under 1 year old
    [one] 1 year old
   *[other] { $age } years old
}
photo-refused = Choose another picture. This file cannot be sent:
photo-ready = The photo is ready
photo-file-fits = This file can be sent
file-facts = About this file
fact-format = Format:
fact-format-limit = JPEG or PNG
format-jpeg = JPEG
format-png = PNG
fact-pixels = Size:
pixels = { $width } × { $height } pixels
fact-pixels-limit = From { $min_width } × { $min_height } to { $max_width } × { $max_height }
fact-shape = Shape:
shape = 5 to { $height }
fact-shape-limit = 5 wide to 7 high
fact-weight = File:
fact-weight-limit = At most { $size }
photo-to-check = Check before sending
photo-to-frame = Choose the part to be sent
photo-frame-option = Send only a part of the picture
photo-frame-change = Change the part that is sent
photo-cropped = Only the part that you chose is sent.
photo-untouched = Apart from that, the file goes out untouched.
photo-untouched-wholly = The file goes out untouched.
framing-needed = Next, choose the part to be sent
framing-why = { $why ->
    [both] Pictures from phones and cameras are larger than the card photo and have another shape. That is normal: the photo is made from the part you choose.
    [large] Pictures from phones and cameras are larger than the card photo. That is normal: the photo is made from the part you choose.
    [shape] The picture has another shape than the card photo. That is normal: the photo is made from the part you choose.
   *[heavy] The file is heavier than { $size }. A lighter photo is made from the part you choose, which can be the whole picture.
}
photo-check-heading = { $who ->
    [me] Is this you?
   *[other] Is this { $name }?
}
photo-check-name = Name
photo-check-age = Age
photo-check-part = Part that is sent
photo-part-whole = The whole picture, untouched
photo-part-of = A part of { $width } × { $height } pixels
photo-check-file = File
made-of = { $format }, { $pixels }, { $size }
photo-choose-other = Choose another picture
photo-go-on = Press “Send this photo” again. What has arrived is kept, and sending goes on where it stopped.
photo-final = Once it is sent, the photo cannot be changed unless an officer returns it.
photo-send = Send this photo
photo-incomplete = Something about the photo still needs an answer.
photo-go-back = Go back to the photo
photo-done-heading = The photo is sent
photo-done-review = An officer looks at it, usually within { $days } days.
photo-done-mail = You get an email when something changes.
photo-done-returned = If it is returned, you see the reason here and can send another one. Nobody else is held up.
photo-done-follow = Follow the steps
photo-submitted-text = Sent on { $day }. An officer looks at it, usually within { $days } days of that. You get an email when something changes.
photo-accepted-text = Accepted on { $day }. Nothing more to do for the photo.
declare-first-title = Declare presence before sending
declare-first-text = You can get the picture ready now. It can be sent as soon as presence in Canada is declared for this person.
declare-first-go = Go to the declaration
returned-heading = Returned on { $day }
returned-description = Returned photo of { $name }
returned-note = Note from the officer
stage-reading = Reading the picture
stage-examining = Looking at the picture
stage-framing = Making the photo
stage-sending = Sending the photo
work-amount = { $done } of { $total }
same-as-title = Check that this is { $name }
same-as-text = The same picture was chosen or sent for { $names } too. You can still send it.
removed-heading = Removed before sending
removed-nothing = Nothing: the file holds only the picture.
removes-location = Where it was taken
removes-time = When it was taken or changed
removes-device = Model and settings of the phone or camera
removes-serial-number = Serial numbers of the camera or the picture
removes-owner = Names of people
removes-words = Captions, keywords and comments
removes-thumbnail = Small copies of the picture
removes-maker-note = Notes of the camera’s maker
removes-software = Programs that changed it
removes-enclosed = Other pictures, videos or sounds in the file
removes-other = Anything else that the picture does not need
