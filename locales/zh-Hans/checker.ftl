# 核对邮件：怎样出示邮件，以及看到了什么。

genuine-intro = 请出示这封邮件，本页会查找四个特征。其中的任何内容都不会离开这台设备。
genuine-way = 您想怎样核对？
genuine-paste = 粘贴邮件的文字
genuine-paste-text = 从您的邮件程序中复制。这样并不是每一点都看得到
genuine-file = 打开已保存的邮件
genuine-file-text = 看到的最多：发件人，以及链接的真正去向
genuine-hand = 回答四个问题
genuine-hand-text = 适合在同一部手机上看邮件的时候
genuine-text = 邮件的文字
genuine-text-hint = 如果也能复制发件人和主题，请一并粘贴
genuine-check = 核对这封邮件
genuine-checking = 正在核对
genuine-save-how = 怎样把邮件保存为文件
genuine-save-computer = 在电脑上，请打开邮件，在菜单中查找“另存为”、“下载邮件”或“下载原始邮件”。文件名以“.eml”结尾。
genuine-save-phone = 大多数手机无法这样做。请改为回答四个问题。
genuine-choose = 选择已保存的邮件
genuine-seen = 从这封邮件中看到的
genuine-finish-by-hand = 其余的由您回答
genuine-four = 四个问题
genuine-also = 还看到
genuine-mark-sender = 发件人地址以@cic.gc.ca结尾：
genuine-mark-languages = 同时使用英文和法文：
genuine-mark-subject = 主题正确：
genuine-mark-link = 只有通往官方网页的链接：
genuine-sender = 发件人地址以@cic.gc.ca结尾吗？
genuine-languages = 邮件同时使用英文和法文吗？
genuine-subject = 主题与下面的文字完全一致吗？
genuine-link = 唯一的链接通往官方网页吗？
genuine-codes = 验证码和密码都在本应用中手动输入，绝不会藏在链接里。

picker-email-title = 选择已保存的邮件
picker-emails = 已保存的邮件（.eml）

checker-sender-fits = 地址是{ $address }。
checker-sender-elsewhere = 地址是{ $address }。要看@之后的部分：{ $host }。
checker-sender-lookalike = 地址是{ $address }。它模仿{ $like }，但并不是。
checker-sender-unreadable = 写有发件人，但看不到可以辨认的地址。
checker-sender-not-seen = 其中没有发件人。
checker-senders-several = 它写有{ $count }个发件人。不同的邮件程序会显示不同的一个。
checker-sender-in-text = 文字中写有{ $address }。任何人都可以这样写，请查看邮件本身。
checker-passed-on = 这封邮件由{ $address }转来。请查看最初收到的邮件。
checker-name-imitates = 显示的名称是“{ $name }”，背后的地址是{ $address }。
checker-reply-elsewhere = 回复会寄到{ $address }。
checker-sent-by-other = 它由{ $address }以发件人的名义寄出。

checker-languages-both = 两种语言都有。
checker-english-missing = 没有英文。
checker-french-missing = 没有法文。
checker-languages-neither = 两种语言都没有。
checker-languages-uneven = 其中一种语言只有一部分。
checker-text-short = { $count ->
   *[other] 只有{ $count }个词，太少，无法判断。
}
checker-text-unreadable = 文字已损坏，或以这里无法读取的方式写成。

checker-subject-fits = 与本门户网站的主题完全一致。
checker-subject-suffix = 是本门户网站的主题，后面附有“{ $suffix }”。
checker-subject-prefixed = 主题前面有“{ $prefix }”，像是回复或转发的邮件。请查看最初收到的邮件。
checker-subject-close = 看起来像本门户网站的主题，但字母或符号不同：“{ $subject }”。
checker-subject-other = 是另一个主题：“{ $subject }”。
checker-subjects-several = 它有{ $count }个主题。
checker-subject-not-seen = 您粘贴的内容中没有主题。

checker-link-official = 链接通往{ $address }。
checker-link-in-text = 文字中写有官方网页，但复制的文字看不到链接的去向。
checker-link-none = 没有链接。本门户网站的邮件总有一个。
checker-link-not-seen = 看不到链接。
checker-link-elsewhere = 有链接通往{ $host }：{ $address }
checker-link-lookalike = 有链接通往{ $host }。它模仿{ $like }，但并不是。
checker-link-punycode = 有链接通往{ $host }，显示为{ $shown }：字母与看上去的不同。
checker-link-mixed-scripts = 有链接通往{ $host }，显示为{ $shown }，混用了几种文字的字母。
checker-link-number = 有链接通往一串数字，而不是名称：{ $host }
checker-link-other-page = 有链接通往官方网站，但不是本门户网站的网页：{ $address }
checker-link-port = 有链接通往官方网站的特殊入口：{ $address }
checker-link-not-secure = 有链接通往官方网页，但途中没有保护：{ $address }
checker-link-odd-form = 有通往官方网页的链接，但写法与本门户网站的不同：{ $address }
checker-link-userinfo = 有链接先写“{ $shown }”，但去向是@之后的部分：{ $host }
checker-link-text-differs = 有链接显示{ $shown }，但去向是{ $host }。
checker-link-shortened = 有链接经{ $host }缩短，谁也看不出去向。
checker-link-redirects = 有链接先到{ $host }，再从那里转到{ $to }。
checker-link-rewritten = 您的邮箱服务商改动了链接，使它先经过{ $host }。
checker-link-writes-mail = 有链接会写邮件给{ $address }。
checker-link-other-kind = 有链接不是打开网页，而是做别的事（{ $scheme }）。
checker-link-unreadable = 有链接无法辨认：{ $address }
checker-links-too-many = 有超过{ $count }个链接。本门户网站只写一个。
checker-form = 它要您填写内容。本门户网站绝不在邮件中这样做。
checker-active-content = 其中嵌入了程序或另一个网页。本门户网站绝不这样做。
checker-attachment = 附有文件：{ $name }。本门户网站不附文件。

checker-several-links = 有{ $count }个链接通往官方网页。
checker-hidden-text = 其中有您看不到的隐藏文字：“{ $text }”
checker-unseen-characters = { $count ->
   *[other] 其中有{ $count }个看不见的字符。
}
checker-turned-text = 其中有颠倒文字方向的符号，使文字读起来变成别的内容。
checker-remote-pictures = 打开时会从{ $host }取图片，发件人由此得知您读过。
checker-return-elsewhere = 无法投递时，它会退回到{ $address }。
checker-authentication-passed = { $by }注明发件人确实来自{ $domain }。在文件中，这条注明可以伪造。
checker-authentication-failed = { $by }注明发件人并非真正来自{ $domain }。
checker-authentication-of-other = { $by }注明发件人来自{ $domain }，那不是本门户网站。
checker-authentication-several = 有{ $count }个不同的服务对发件人作了注明。只有您自己的邮箱服务商的注明才算数。
checker-authentication-missing = 其中没有您的邮箱服务商对发件人的注明。
checker-other-charset = 文字以{ $charset }编码。本门户网站用的是另一种。
checker-was-attached = 它附在{ $address }寄来的一封邮件中。核对的是所附的这一封。
checker-several-attached = 附有{ $count }封邮件，只核对了第一封。
checker-breaks-off = 它在结尾之前中断了。
checker-empty = 其中没有内容。
checker-no-email = 这不是已保存的邮件。请把邮件保存为名称以“.eml”结尾的文件，或粘贴其文字。
checker-too-large = 它超过{ $megabytes } MB，大得无法核对。本门户网站的邮件都很小。
checker-too-many-parts = 它的部分太多，无法核对。本门户网站的邮件只有两个部分。
error-required--email-text = 请粘贴邮件的文字
