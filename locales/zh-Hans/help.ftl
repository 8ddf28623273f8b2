# 帮助和联系方式。

help-heading = 帮助和联系方式
help-more = 更多帮助和联系方式
contact-heading = 写信给我们
contact-text = 如果这里有什么不能用，或者您因残障无法使用本应用，请写信到：
contact-unknown = 连上门户网站后，这里会显示联系邮箱。官方网页上也有这个地址。
contact-include = 请写明您的姓名和申请编号。绝不要发送密码。
no-email-heading = 没有收到邮件
no-email-junk = 请查看垃圾邮件文件夹，并搜索“IRCC - Permanent Residence Portal”。
no-email-wait = 请等一小时。有些邮箱会延迟收信。
no-email-ask = 如果还没有，请用本应收到邮件的那个邮箱，写信到联系邮箱。
genuine-heading = 这封邮件是真的吗？
not-done-here = 这里不能办理的事项
not-done-sign-up = 自行注册账户。申请获批后，会有人为您开设账户。
not-done-renew = 更新或补办永久居民卡。
not-done-other = 用其他政府账户登录。本门户网站与它们都不相通。
accessibility-heading = 无障碍使用
accessibility-text = 本应用可以用键盘操作，支持屏幕阅读器，文字可以任意放大。如果您遇到障碍，请写信到联系邮箱，并说明您使用的辅助工具。
