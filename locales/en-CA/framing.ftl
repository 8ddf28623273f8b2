# Choosing the part of a picture that becomes the photo.

photo-frame-heading = Choose the part for the card photo
photo-frame-lead = Move and resize the frame until the head fits the marks. Only what is inside the frame is sent.
photo-frame-use = Use this part
photo-frame-whole = Send the whole picture untouched instead
photo-nothing-to-frame = Choose a picture first. Then you can choose the part that is sent.
crop-frame = Frame
crop-top-left = Upper left corner of the frame
crop-top-right = Upper right corner of the frame
crop-bottom-left = Lower left corner of the frame
crop-bottom-right = Lower right corner of the frame
crop-at = { $left ->
    [one] 1 pixel
   *[other] { $left } pixels
} from the left, { $top } from the top
crop-help = Drag the frame or its corners. With keys: arrows move by 1 pixel, with Shift by 10; plus and minus resize.
crop-legend = Crown of the head between the upper lines, chin between the lower ones, face in the middle. The head then takes up 44 to 51% of the height.
crop-scaled = The photo will be { $photo }, made from a part of { $part }.
crop-as-it-is = The part is { $part } and is sent at that size.
crop-size = Size of the frame
crop-centre = Centre
crop-largest = Largest
crop-numbers = The frame in numbers
crop-numbers-hint = In pixels of the picture, which is { $width } wide and { $height } high
crop-left = From the left
crop-top = From the top
crop-width = Width
crop-height = Height
