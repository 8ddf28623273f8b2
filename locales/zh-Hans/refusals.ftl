# 出了什么问题，按代码排列；用于不最先载入文字的页面。先说怎么做，再说原因。

# 邀请
error-invitation-refused = 请检查邀请码、出生日期和客户编号（UCI）。这几项合在一起，与任何邀请都不符。如果邀请重新发送过，只有最新的邀请码有效。
error-invitation-expired = 请申请重新发送邀请。这份邀请的回复期限到{ $on }为止。
error-invitation-answered = 请登录；首次登录时，请使用邮件中的临时密码。这份邀请已经回复，账户已经开设。
error-invitation-timed-out = 请用同一个邀请码重新打开邀请。回复用时太长。您填写的内容会保留。
error-answer-incomplete = 请返回并检查您的回答。申请中的每个人都要回答一次，只有其他成年人可以使用自己的账户。
error-confirmation-refused = 请检查验证码和邮箱。只有最近发到该邮箱的验证码有效
error-confirmation-expired = 请申请新的验证码。这个验证码正确，但已过期
error-own-account-not-possible = 如果您觉得意外，请写信到联系邮箱。只有申请中还没有账户的成年人可以使用自己的账户。

# 重新登录的办法
error-second-factor-refused = 请检查验证码，或等验证器显示下一个。这个验证码不正确，或已经用过
error-second-factor-timed-out = 请从用户名和密码重新开始。第二步用时太长。
error-password-wrong = 请检查您现在的密码。它与您登录用的密码不符
error-reset-code-refused = 请检查用户名和重设码。两者合在一起不符。只有最新的重设码有效。
error-reset-code-expired = 请申请新的重设码。这个重设码正确，但已过期。

# 填写项
error-required--code = 请在此输入代码
error-required--email = 请输入电子邮箱
error-required--email-of = 请输入{ $name }的电子邮箱
error-required--in-canada = 请选择您现在是否在加拿大
error-required--current = 请输入您现在的密码
error-required--text = 请写下您的消息
error-code-shape = { $length ->
    [6] 请输入邮件中的6位数字
   *[other] 请按邮件中的写法输入：{ $length }位字母和数字
}
error-factor-code-shape = 请输入验证器显示的6位数字，或8位字母和数字的恢复码
error-email-shape = 请输入完整的电子邮箱，如name@example.org
error-email-shape--email-of = 请输入{ $name }完整的电子邮箱，如name@example.org
