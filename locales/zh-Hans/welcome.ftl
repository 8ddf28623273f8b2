# 首页：还不能登录的人可以看的帮助。帮助页也用这些文字。

other-ways = 还没有账户，或有疑问？
door-confirm-address = 确认电子邮箱
door-confirm-address-text = 您的邮箱收到了6位数字的验证码
door-genuine-email = 这封邮件是真的吗？
door-genuine-email-text = 按四个特征逐一核对
door-no-email = 没有收到邮件
door-no-email-text = 在哪里找，等多久，向谁询问
door-not-here = 本门户网站不办理的事项
door-not-here-text = 自行注册、更新卡片、其他政府账户
door-password = 密码不能用
door-password-text = 临时密码过期，或忘记了密码
door-help = 帮助和联系方式
door-help-text = 写信到哪里，以及常见问题的解答
