# 图片旁边的说明：从图片中看到了什么。

found-heading = 移民官可能注意到的地方
found-count = 有{ $count }处需要看一看
found-nothing = 没有发现问题，图片看来合格。
found-nothing-yet = 目前没有发现问题。您选定要发送的部分之后，才检查头部的大小和位置。
found-officer = 最终由移民官决定。
found-unseen = 程序看不出照片像不像本人，也看不出高明的修改。
found-failed = 这张图片无法在这里检查。您仍然可以发送。
found-no-face = 看到面部之后，才能检查光线、背景和头部。程序有时认不出某些面部，例如婴儿的脸。您仍然可以使用这张图片，最终由移民官决定。
found-errs = 这是程序的判断。对深色皮肤的人、婴儿和残障人士，程序更容易判断错。您仍然可以使用这张图片，最终由移民官决定。
found-before-frame = 您选定要发送的部分之后，才检查头部的大小和位置。
found-strong = 移民官很可能因此退回
found-mild = 请再看一看
found-show = 在图片上显示
found-anyway = 仍然使用
found-about = { $reason ->
    [head-too-small] 头部高度：
    [head-too-large] 头部高度：
    [off-centre] 偏离照片中央：
    [tilted] 头部倾斜：
    [turned] 头部转动：
    [over-exposed] 占面部：
    [glare-skin] 占面部：
    [too-dark] 亮度：
    [background-not-white] 背景亮度：
    [background-shadow] 亮度相差：
    [uneven-light] 较暗一侧与另一侧的亮度之比：
    [recompressed] 文件质量：
    [several-faces] 面部数量：
    [too-old] 拍摄至今：
   *[other] 测量值：
}
found-within = 要求：{ $from }至{ $to }
found-least = 要求：至少{ $to }
found-most = 要求：不超过{ $to }
amount-percent = { $amount }%
amount-degrees = { $amount }°
amount-lightness = { $amount }（最高100）
amount-quality = { $amount }（最高100）
amount-count = { $amount }
amount-days = { $amount }天
amount-pixels = { $amount }像素
judging-decode = 正在打开图片……
judging-reduce = 正在准备图片……
judging-face = 正在寻找面部……
judging-points = 正在寻找眼睛、嘴和下巴……
judging-head = 正在测量头部……
judging-features = 正在查看眼睛和嘴……
judging-ground = 正在查看背景……
judging-light = 正在查看光线和颜色……
judging-sharpness = 正在查看清晰度……
judging-copy = 正在查看是否翻拍……
room-needed = 请退后一些再拍：图片还需要{ $sides }。
room-above = 头顶上方多{ $percent }%的空间
room-left = 左边多{ $percent }%的空间
room-right = 右边多{ $percent }%的空间
room-below = 下巴下方多{ $percent }%的空间
room-too-few = 请靠近一些再拍，或使用更大的图片：头部的像素太少。
room-still = 您仍然可以选择这张图片的一部分。
crop-head = 头部大小合适
head-search = 正在图片中寻找头部……
head-unseen = 没有找到头部。请按标线放置裁剪框。
head-now = 头部：占高度的{ $percent }%，{ $mm }毫米
head-asked = 要求：{ $percent_from }%至{ $percent_to }%，即{ $height }毫米中的{ $mm_from }至{ $mm_to }毫米
head-small = 请缩小裁剪框：头部在框中太小。
head-large = 请放大裁剪框：头部在框中太大。
head-left = 请把裁剪框向左移：面部不在正中。
head-right = 请把裁剪框向右移：面部不在正中。
head-high = 请把裁剪框向上移：头部在框中太高。
head-low = 请把裁剪框向下移：头部在框中太低。
head-well = 头部的大小和位置都合适。
photo-check-waits = 请稍候：正在检查图片……
photo-returned-same = 移民官退回过的正是这张图片。请重新拍摄，并改正原来的问题。
returned-next = 接下来：请重新拍摄，并改正这些问题。
error-required--accepted = { $reason }：请选择仍然使用，或另选图片
photo-see-why = 在照片上查看退回的原因
