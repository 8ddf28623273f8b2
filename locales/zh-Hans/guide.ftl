# 分主题的帮助：写信时写什么、邀请、密码、无障碍使用，以及真实邮件的四个特征。

door-invitation = 您收到了邀请
door-invitation-text = 怎样回复，何时开设账户
door-photo = 怎样拍照片
door-photo-text = 合格的照片、在家的布置和常见的问题，附图
door-accessibility = 无障碍使用
door-accessibility-text = 键盘、屏幕阅读器、大字、更多时间

contact-write = 写信时写什么
contact-write-who = 您的姓名和申请编号（一个字母和九位数字）
contact-write-what = 您想做什么，页面上显示了什么
contact-write-with = 您使用的设备，以及朗读或放大屏幕的软件
contact-never = 绝不要发送的内容
contact-never-password = 密码或验证码。这里的工作人员不会向您索要
contact-never-documents = 护照、卡片或人物的图片。这些只在“您的家庭”里发送
official-page-heading = 官方网页
official-page-text = 上面说明了整个过程，以及其他可办理的事项：

no-email-why = 邮件只发到已确认的电子邮箱。如果邮箱有误或不能再用，移民官会在核实您的身份后更改。

invitation-heading = 您收到了邀请
invitation-lead = 请在这里用邮件中的邀请码回复。由主申请人为申请中的每个人回复。
invitation-answer = 用邀请码、出生日期和客户编号（UCI）打开邀请。说明您是否在加拿大，并填写您本人以及每位想有自己账户的成年人的电子邮箱。
invitation-officer = 每个邮箱会收到一个验证码。输入验证码，您的邮箱确认后即开设账户。您不需要注册。
invitation-account = 您会收到一封写有用户名和临时密码的电子邮件。然后请在这里首次登录。
invitation-abroad = 还没有到加拿大？请在回复中说明。邀请会保留，到达后您可以用同一个邀请码再次回复。

password-help-heading = 密码不能用
expired-heading = 临时密码已经失效
expired-text = 临时密码有效{ $days }天。过期后，请申请新的密码；新密码只会发到您已确认的电子邮箱。
forgotten-heading = 忘记用户名或密码
forgotten-text = 请在这里申请。您需要的内容只会发到已确认的电子邮箱。
lost-mailbox-heading = 您无法再查看您的邮箱
lost-mailbox-text = 请写信到联系邮箱。移民官核实您的身份后更改邮箱，另一名移民官批准，并通知旧邮箱。之后还需{ $hours }小时。

accessibility-keyboard = 所有操作都可以用键盘完成。第一次按制表键可以跳过菜单。
accessibility-reader = 每个输入框、每条消息、每个步骤都有供屏幕阅读器读出的文字。
accessibility-zoom = 文字可以放大到四倍，颜色随设备的对比度设置。
accessibility-time = 登录到期前两分钟，会询问您是否要保持登录。您填写的内容会保留。
accessibility-settings = 选择文字大小、浅色或深色

genuine-sender-hint = 要看最后一个@之后的部分，而不是前面的名称
genuine-sender-how = 在手机上，请点按发件人名称，查看完整地址。写在名称里的地址不算。如果“回复至”是另一个地址，请选“否”。
genuine-languages-hint = 全文用每种语言各写一遍
genuine-subject-hint = 后面可能附有申请编号
genuine-link-hint = 只有一个链接，此外没有要打开的内容
genuine-link-how = 在电脑上，请把鼠标停在链接上，不要点击。在手机上，请按住链接，直到显示地址。从头开始看：两条斜线之后紧接着是{ $host }，然后是一条斜线，中间没有别的内容。
genuine-how = 怎样查看
genuine-unfinished = { $count ->
   *[other] 再回答{ $count }个问题，就能看到结果。
}
genuine-not-ours = 不要点开链接：本门户网站不会这样写信
genuine-not-ours-do = 不要回复，也不要打开其中的任何内容。请从这里登录，看看有没有新消息，并就这封邮件写信到联系邮箱。
genuine-unsure = 不能确定：先不要点开链接
genuine-unsure-do = 这封邮件没有可疑之处，但并不是每一点都看得到。请从这里登录；真实的消息都会显示在“您的家庭”里。
genuine-fits = 这封邮件与本门户网站的邮件相符
genuine-fits-do = 这不是证明：发件人可以伪造。最稳妥的做法仍是从这里登录，而不是通过链接。
genuine-always = 始终成立的事
genuine-safe-way = 无论邮件说了什么，您都可以在“您的家庭”里看到。
