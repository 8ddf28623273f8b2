# 照片。

photo-heading = 照片
photo-of = { $name }的照片
photo-description = { $name }的照片
photo-choose = { $who ->
    [me] 选择您的照片
   *[other] 选择{ $name }的照片
}
photo-choose-again = { $who ->
    [me] 另选一张您的照片
   *[other] 另选一张{ $name }的照片
}
allowed-heading = 照片要求
allowed-drawing = 取景示意图：面部正对镜头，位于正中；从下巴到头顶，头部约占画面高度的一半。
allowed-face = 面部正对镜头，睁眼，闭嘴，不笑。
allowed-ground = 纯白背景，光线均匀，没有阴影。
allowed-head = 从下巴到头顶，头部占画面高度的44%至51%。
allowed-glasses = 眼镜不能反光，也不能有颜色。因宗教或医疗原因可以戴头饰，但整张脸必须露出。
allowed-recent = 最近12个月内拍摄，未经修饰。
allowed-file = JPEG或PNG格式，不超过{ $size }；尺寸从{ $min_width } × { $min_height }到{ $max_width } × { $max_height }像素；宽高比5比7。
allowed-not-print = 不接受用手机翻拍的纸质照片。请改用扫描件。
photo-kind = 这是哪种图片？
photo-kind-digital = 数码照片
photo-kind-digital-hint = 由摄影师或其他人拍摄
photo-kind-scan = 纸质照片的扫描件
photo-kind-scan-hint = 原片由摄影师制作
photo-kind-selfie = 自拍
photo-kind-selfie-hint = 由照片中的人自己拍摄
photo-pick = 选择图片
photo-pick-another = 另选图片
photo-picking = 正在选择……
photo-one-moment = 请稍候……
photo-picked = 图片已载入。请查看相关说明。
photo-while-open = 这张图片只在本页里。关闭或重新载入本页后它就没有了，请在此之前发送。
photo-remove = 移除这张图片
photo-removed = 图片已从本应用移除。
this-is = 这是{ $name }，{ $age ->
    [0] 未满1岁
   *[other] { $age }岁
}
photo-refused = 请另选图片。这个文件不能发送：
photo-ready = 照片已准备好
photo-file-fits = 这个文件可以发送
file-facts = 关于这个文件
fact-format = 格式：
fact-format-limit = JPEG或PNG
format-jpeg = JPEG
format-png = PNG
fact-pixels = 尺寸：
pixels = { $width } × { $height }像素
fact-pixels-limit = 从{ $min_width } × { $min_height }到{ $max_width } × { $max_height }
fact-shape = 宽高比：
shape = 5比{ $height }
fact-shape-limit = 宽5比高7
fact-weight = 文件：
fact-weight-limit = 不超过{ $size }
photo-to-check = 发送前检查
photo-to-frame = 选择要发送的部分
photo-frame-option = 只发送图片的一部分
photo-frame-change = 更改要发送的部分
photo-cropped = 只发送您选定的部分。
photo-untouched = 除此之外，文件原样发送。
photo-untouched-wholly = 文件原样发送。
framing-needed = 接下来，选择要发送的部分
framing-why = { $why ->
    [both] 手机和相机拍摄的图片比卡片照片大，宽高比也不同。这很正常：照片由您选定的部分制成。
    [large] 手机和相机拍摄的图片比卡片照片大。这很正常：照片由您选定的部分制成。
    [shape] 这张图片的宽高比与卡片照片不同。这很正常：照片由您选定的部分制成。
   *[heavy] 文件超过{ $size }。您选定一部分（也可以是整张图片），由此制成较小的照片文件。
}
photo-check-heading = { $who ->
    [me] 这是您吗？
   *[other] 这是{ $name }吗？
}
photo-check-name = 姓名
photo-check-age = 年龄
photo-check-part = 发送的部分
photo-part-whole = 整张图片，原样发送
photo-part-of = 图片中{ $width } × { $height }像素的部分
photo-check-file = 文件
made-of = { $format }，{ $pixels }，{ $size }
photo-choose-other = 另选图片
photo-go-on = 请再按一次“发送这张照片”。已送达的部分会保留，发送从中断处继续。
photo-final = 照片发送后不能更换，除非移民官退回。
photo-send = 发送这张照片
photo-incomplete = 照片部分还有未填写的内容。
photo-go-back = 返回照片页
photo-done-heading = 照片已发送
photo-done-review = 移民官会查看照片，通常在{ $days }天内完成。
photo-done-mail = 有变化时，您会收到电子邮件。
photo-done-returned = 如果照片被退回，您会在这里看到原因，并可以重新发送。其他人不受影响。
photo-done-follow = 查看进展
photo-submitted-text = 已于{ $day }发送。移民官会查看照片，通常在{ $days }天内完成。有变化时，您会收到电子邮件。
photo-accepted-text = 已于{ $day }通过。照片没有别的事要做。
declare-first-title = 发送之前，请先声明身在加拿大
declare-first-text = 您可以先准备好图片。一旦为此人声明身在加拿大，就可以发送。
declare-first-go = 前往声明
returned-heading = { $day }退回
returned-description = { $name }被退回的照片
returned-note = 移民官的说明
stage-reading = 正在读取图片
stage-examining = 正在查看图片
stage-framing = 正在制作照片
stage-sending = 正在发送照片
work-amount = { $done }，共{ $total }
same-as-title = 请确认这是{ $name }
same-as-text = 同一张图片也用于{ $names }。您仍然可以发送。
removed-heading = 发送前移除的内容
removed-nothing = 没有：文件里只有图片本身。
removes-location = 拍摄地点
removes-time = 拍摄或修改的时间
removes-device = 手机或相机的型号和设置
removes-serial-number = 相机或图片的序列号
removes-owner = 人名
removes-words = 图片说明、关键词和注释
removes-thumbnail = 图片的缩略图
removes-maker-note = 相机厂商的附注
removes-software = 修改图片的程序
removes-enclosed = 文件里的其他图片、视频或音频
removes-other = 图片不需要的其他内容
