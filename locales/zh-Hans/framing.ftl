# 选择图片中用作照片的部分。

photo-frame-heading = 选择用作卡片照片的部分
photo-frame-lead = 移动裁剪框并调整大小，让头部对准标线。只发送框内的部分。
photo-frame-use = 使用这一部分
photo-frame-whole = 改为原样发送整张图片
photo-nothing-to-frame = 请先选择图片，然后可以选择要发送的部分。
crop-frame = 裁剪框
crop-top-left = 裁剪框左上角
crop-top-right = 裁剪框右上角
crop-bottom-left = 裁剪框左下角
crop-bottom-right = 裁剪框右下角
crop-at = 距左边{ $left }像素，距上边{ $top }像素
crop-help = 拖动裁剪框或它的四角。也可以用键盘：方向键每次移动1像素，按住Shift键每次移动10像素；加号和减号调整大小。
crop-legend = 头顶在上面两条线之间，下巴在下面两条线之间，面部居中。这样头部占画面高度的44%至51%。
crop-scaled = 照片将是{ $photo }，由{ $part }的部分制成。
crop-as-it-is = 选定部分是{ $part }，按此尺寸发送。
crop-size = 裁剪框大小
crop-centre = 居中
crop-largest = 最大
crop-numbers = 用数字设定裁剪框
crop-numbers-hint = 以图片的像素计；图片宽{ $width }，高{ $height }
crop-left = 距左边
crop-top = 距上边
crop-width = 宽度
crop-height = 高度
