# 设置：界面的显示方式、登录情况，以及哪些内容保存在哪里。

settings-hold = 选择后立即生效，并保存在这台设备上。
settings-hold-tab = 选择后立即生效，直到您关闭这个标签页。设备上不留下任何内容。
settings-hold-until-closed = 选择后立即生效，直到应用关闭。这台设备没有可以安全存放的地方。
settings-chosen = 已更改，现在起生效。
settings-language = 语言
settings-theme = 浅色或深色
theme-system = 跟随设备
theme-light = 浅色
theme-dark = 深色
settings-text-size = 文字大小
settings-text-size-hint = 在浏览器或设备的设置之上再放大
text-size-standard = 标准
text-size-large = 大
text-size-largest = 特大
settings-session = 登录情况
nobody-signed-in = 目前没有人登录。
sign-out-text = 离开他人也使用的设备之前，请退出登录。您填写的内容会为您保留。

data-heading = 这台设备上的数据
data-on-device = 本应用在这里加密保存以下内容，密钥存放在设备自带的安全存储里：
data-kept-session = 您的登录状态，直到登录到期
data-kept-typed = 您填写了但还没有发送的内容
data-kept-photos = 您选好了但还没有发送的图片
data-kept-seen = 您上次查看时家庭的情况，没有网络时也能阅读
data-with-portal = 这台设备上不保存任何关于您的内容。退出登录或关闭标签页后，什么都不会留下。
data-portal-typed = 您填写了但还没有发送的内容，由门户网站保存在您的账户里
data-portal-photos = 您选好的图片只在本页里，直到您发送它或关闭本页
data-portal-shared = 在他人也使用的设备上，用完请退出登录并关闭浏览器
data-until-closed = 这台设备没有可以安全存放的地方，所以不会写入任何内容。
data-until-closed-typed = 应用关闭后，您填写的内容就会丢失，请在此之前发送
data-sent = 您发送的内容都在门户网站上，在哪里登录都能看到。
data-remove = 清除这台设备上的所有内容
data-remove-title = 清除这台设备上的所有内容？
data-remove-text = 您填写了但没有发送的内容，以及选好的图片，都会永久消失。您会退出登录。已经发送的内容仍在门户网站上。
data-remove-act = 全部清除
