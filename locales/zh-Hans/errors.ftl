# 出了什么问题，按代码排列。先说怎么做，再说原因。

# 与门户网站的连接
error-offline = 请检查网络连接，然后重试。这台设备没有联网。您填写的内容还在。
error-portal-unreachable = 请过几分钟再试。您已联网，但门户网站没有响应。您填写的内容还在。
error-unexpected-reply = 请打开任意网页，看看这个网络是否要求先登录，然后重试。回应的不是门户网站。
error-internal = 请重试。如果再次发生，请写信到联系邮箱。门户网站出了故障，不是您的问题。
error-unavailable = { $wait }后请重试。门户网站繁忙或正在维护。
error-update-required = 请更新应用，然后再回来。门户网站不再支持这个版本。您填写的内容还在。
error-not-found = 请返回“您的家庭”。这里没有找到内容，或者它属于使用自己账户的家庭成员。
error-forbidden = 请返回“您的家庭”。您的账户不能进行这项操作。
error-malformed = 请检查标出的内容。
error-body-too-large = 请发送小一些的内容，最多{ $bytes }。
error-draft-changed-elsewhere = 请打开有两份内容的页面，选择保留哪一份。您在这里填写过，另外还有一份在别处填写的。
error-idempotency-mismatch = 请检查您的回答，然后重新发送。发送过程中内容有变化。

# 登录
error-sign-in-refused = 请检查用户名和密码。两者合在一起，与任何账户都不符。
error-first-sign-in-refused = 请检查用户名、临时密码、出生日期和客户编号（UCI）。这几项合在一起，与任何账户都不符。
error-temporary-password-expired = 请申请新的临时密码。您的临时密码有效期到{ $on }为止。
error-too-many-attempts = 请等待{ $wait }再试。信息不符的次数过多。
error-sign-in-required = 请重新登录后继续。您的登录已到期。您填写的内容还在。
error-cookies-needed = 请在浏览器设置中允许此页面保存登录状态，或用以https开头的网址打开此页面，然后重新登录。否则，浏览器会立即忘记您已登录。
error-session-cannot-be-extended = 请在登录到期后重新登录。这次登录不能再延长。您填写的内容会保留。
error-first-sign-in-timed-out = 请用临时密码重新开始；如果您已经保存了自己的密码，请直接登录。本页最多等待30分钟。

# 填写项
error-required = 请回答这个问题
error-required--username = 请输入用户名
error-required--password = 请输入密码
error-required--temporary-password = 请输入临时密码
error-required--date-of-birth = 请输入出生日期
error-required--uci = 请输入客户编号（UCI）
error-required--street = 请输入门牌号和街名
error-required--municipality = 请输入城市、镇或村
error-required--province = 请选择省或地区
error-required--postal-code = 请输入邮政编码
error-required--kind = 请选择这是哪种图片
error-required--picture = 请选择图片
error-malformed--left = 请输入距左边的像素数，从{ $least }到{ $most }的整数；图片只到那里
error-malformed--top = 请输入距上边的像素数，从{ $least }到{ $most }的整数；图片只到那里
error-malformed--width = 请输入宽度，从{ $least }到{ $most }的整数；图片没有更大的空间
error-malformed--height = 请输入高度，从{ $least }到{ $most }的整数；图片没有更大的空间
error-too-long = 请控制在{ $limit }个字符以内
error-username-shape = 请按电子邮件中的写法输入用户名：8位字母和数字，如K7MP‑2XQD
error-uci-shape = 请输入8位或10位数字的客户编号（UCI），如1234‑5678或11‑2345‑6789
error-date-not-real = 请输入真实存在的日期：日、月和4位数的年份，如日27、月3、年1988
error-date-out-of-range = 请检查出生日期。它不能晚于今天，也不能早于130年前
error-password-too-short = 请加长密码：至少{ $limit }个字符。现在有{ $length }个
error-password-too-long = 请缩短密码：最多{ $limit }个字符。现在有{ $length }个
error-password-common = 请换一个更难猜的密码。这个密码很常见，或者大部分是本服务的用词
error-password-weak = 请换一个更难猜的密码，例如四五个互不相关的词语
error-password-own-words = 请换一个密码：不要包含用户名，也不要与临时密码相同
error-postal-code-shape = 请输入加拿大邮政编码，如K1A 0B1
error-postal-code-province = 请检查邮政编码和省份。{ $province }没有以{ $letter }开头的邮政编码
error-not-in-canada = 请选择加拿大的省或地区。卡片只寄往加拿大境内
error-label-line-too-long = 请把标签的这一行缩短到{ $limit }个字符。现在有{ $length }个
error-label-line-too-long--care-of = 请缩短代收人姓名。标签上这一行有{ $length }个字符，最多{ $limit }个
error-label-line-too-long--street = 请缩短街道，或把一部分移到“地址第二行”。标签上这一行有{ $length }个字符，最多{ $limit }个
error-label-line-too-long--more = 请缩短这一行。它有{ $length }个字符，标签上最多{ $limit }个
error-label-line-too-long--municipality = 请缩短城市名。标签上这一行有{ $length }个字符，最多{ $limit }个
error-not-printable = 请使用标签上能打印的字符：拉丁字母、数字和常用符号
error-nobody-chosen = 请至少选择一个人

# 办理过程
error-declaration-text-changed = 请先重新阅读声明文本，再作声明。文本已有改动。
error-already-declared = 没有别的事要做：此前已经声明。
error-declaration-missing = 请先声明身在加拿大，然后才能发送照片。
error-address-closed = 如需更改地址，请写信到联系邮箱。卡片已经制作。
error-address-changed-elsewhere = 请选择保留哪个地址。您打开本页之后，{ $on }又登记了另一个地址。
error-photo-already-submitted = 没有别的事要做：照片已在移民官处，或者已经通过。
error-upload-missing = 请重新发送照片。文件没有送达。
error-upload-offset = 请重新发送照片。门户网站已收到一部分，发送会从那里继续。
error-digest-mismatch = 请重新发送照片。文件在传送途中有变化。
error-household-withdrawn = 如果您没有料到会这样，请写信到联系邮箱。申请已经撤回。
error-household-interview = 请等待面谈通知信。在此之前不能发送任何内容。
error-wrong-state = 请再看一下案件的状态。目前的状态不能进行这一步。

# 照片文件
error-photo-empty = 请选择另一个文件。这个文件是空的。
error-photo-unreadable = 请选择另一个文件。这个文件不是可以读取的图片，可能已经损坏。
error-photo-wrong-format = 请选择JPEG或PNG文件。{ $found ->
    [png] 这个文件无法作为PNG读取。
    [jpeg] 这个文件无法作为JPEG读取。
    [cmyk] 这个文件用的是印刷色彩（CMYK），请另存为屏幕色彩（RGB）。
    [gif] 这个文件是GIF。
    [webp] 这个文件是WebP。
    [heic] 这个文件是某些手机拍摄的HEIC图片；手机可以把它导出为JPEG。
    [avif] 这个文件是AVIF。
    [tiff] 这个文件是TIFF。
    [bmp] 这个文件是BMP。
    [pdf] 这个文件是PDF。
    [svg] 这个文件是SVG绘图。
    [text] 不论文件名怎么写，这个文件是文本。
    [mp4] 这个文件是视频。
    [zip] 这个文件是ZIP压缩包。
   *[other] 不论文件名怎么写，这个文件是别的类型。
}
error-photo-too-small = 请选择更大的图片：至少{ $min_width } × { $min_height }像素。这张是{ $width } × { $height }像素。
error-photo-too-large = 请选择更小的图片：最大{ $max_width } × { $max_height }像素。这张是{ $width } × { $height }像素。
error-photo-wrong-shape = 请选择宽高比为5比7的图片（宽50毫米，高70毫米）。这张是{ $width } × { $height }像素。
error-photo-too-heavy = 请选择不超过{ $limit }的文件。这个文件有{ $bytes }。
error-photo-no-room = 请把裁剪框移到图片里。缺少的像素：左边{ $left }，上边{ $top }，右边{ $right }，下边{ $bottom }。
error-photo-already-returned = 请选择另一张图片。这张已被退回过。
error-photo-too-many-pixels = 请选择不超过{ $limit }百万像素的图片。这张有{ $megapixels }百万像素。
error-photo-too-much-for-device = 请选择小一些的图片。这张需要的内存超过了这台设备的可用内存。

# 这台设备
error-secret-store-missing = 您可以继续。这台设备没有可以安全存放的地方，所以应用关闭后，您填写的内容不会保留。
error-device-key-wrong = 请重新登录。保存在这台设备上的内容无法打开，已另行存放。
error-passphrase-wrong = 请重新输入口令。这个口令无法打开保存在这台设备上的内容
error-passphrase-too-short = 请加长口令：至少{ $limit }个字符。现在有{ $length }个
error-device-data-damaged = 发送之前，请检查您填写的内容。保存在这台设备上的部分内容已损坏，副本已另行存放。
error-device-data-newer = 请更新应用。这里保存的内容由较新的版本写入，在更新之前会原样保留。
error-device-photos-again = 请重新选择照片。旧版应用保存的照片无法使用，其他内容都还在。
error-device-read-only = 请允许应用写入这台设备的存储空间，然后重试。目前它是只读的。
error-disk-full = 请在这台设备上腾出空间，然后重试。存储空间已满。
error-device-store-failed = 请重试。如果再次发生，请重新启动应用。保存在这台设备上的内容无法读取或写入。
error-file-not-readable = 请重新选择文件。它无法读取，可能已被移走，或者所在的存储设备已断开。
error-picker-unavailable = 请重试。如果再次发生，请重新启动这台设备。文件选择窗口没有打开。
