# What is seen in a picture, beside the picture.

found-heading = What an officer may notice
found-count = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
}
found-nothing = Nothing stands out. The picture looks right.
found-nothing-yet = Nothing found so far. The size and place of the head are judged once you have chosen the part to be sent.
found-officer = An officer decides.
found-unseen = A program cannot see whether the likeness is good, or whether something was changed with skill.
found-failed = This picture could not be judged here. You can send it all the same.
found-no-face = Light, background and head are judged once a face is seen. A program finds some faces less well, those of babies for example. You can use the picture anyway: an officer decides.
found-errs = A program judges this. It errs more often with dark skin, babies and people with disabilities. You can use the picture anyway: an officer decides.
found-before-frame = The size and place of the head are judged once you have chosen the part to be sent.
found-strong = An officer is likely to return it for this
found-mild = Look at this again
found-show = Show on the picture
found-anyway = Use it anyway
found-about = { $reason ->
    [head-too-small] Height of the head:
    [head-too-large] Height of the head:
    [off-centre] Distance from the middle of the photo:
    [tilted] Lean of the head:
    [turned] Turn of the head:
    [over-exposed] Share of the face:
    [glare-skin] Share of the face:
    [too-dark] Brightness:
    [background-not-white] Brightness of the background:
    [background-shadow] Difference in brightness:
    [uneven-light] Light on the darker half, of the other:
    [recompressed] Quality of the file:
    [several-faces] Faces:
    [too-old] Age of the picture:
   *[other] Measured:
}
found-within = Asked for: { $from } to { $to }
found-least = Asked for: at least { $to }
found-most = Asked for: at most { $to }
amount-percent = { $amount }%
amount-degrees = { $amount }°
amount-lightness = { $amount } of 100
amount-quality = { $amount } of 100
amount-count = { $amount }
amount-days = { $amount ->
    [one] 1 day
   *[other] { $amount } days
}
amount-pixels = { $amount ->
    [one] 1 pixel
   *[other] { $amount } pixels
}
judging-decode = Opening the picture…
judging-reduce = Getting the picture ready…
judging-face = Looking for the face…
judging-points = Finding eyes, mouth and chin…
judging-head = Measuring the head…
judging-features = Looking at eyes and mouth…
judging-ground = Looking at the background…
judging-light = Looking at light and colour…
judging-sharpness = Looking at sharpness…
judging-copy = Looking for signs of a copy…
room-needed = Step back: the picture needs { $sides }.
room-above = { $percent }% more space above the head
room-left = { $percent }% more space on the left
room-right = { $percent }% more space on the right
room-below = { $percent }% more space below the chin
room-too-few = Come closer or use a larger picture: the head has too few pixels.
room-still = You can still choose a part of this picture.
crop-head = Head at the right size
head-search = Looking for the head in the picture…
head-unseen = No head was found. Place the frame by its marks.
head-now = Head: { $percent }% of the height, { $mm } mm
head-asked = Asked for: { $percent_from } to { $percent_to }%, which is { $mm_from } to { $mm_to } mm of { $height }
head-small = Make the frame smaller: the head is too small in it.
head-large = Make the frame larger: the head is too large in it.
head-left = Move the frame to the left: the face is not in the middle.
head-right = Move the frame to the right: the face is not in the middle.
head-high = Move the frame up: the head is too high in it.
head-low = Move the frame down: the head is too low in it.
head-well = The head has the right size and place.
photo-check-waits = One moment: the picture is being looked at…
photo-returned-same = An officer has returned this very picture. Take a new one that mends what was wrong.
returned-next = Next: take a new photo that mends this.
error-required--accepted = { $reason }: say that you use the photo anyway, or choose another picture
photo-see-why = See on the photo why it was returned
