# 首页和登录方式。

welcome-heading = 确认您的永久居留身份
welcome-lead = 声明您在加拿大，填写收卡地址，发送照片。然后跟进每一步，直到永久居民卡（俗称枫叶卡）寄出。
way-temporary = 您有临时密码
way-temporary-text = 它和用户名一起通过电子邮件发给您。请准备好您的出生日期和客户编号（UCI）。
way-temporary-go = 首次登录
way-invitation = 您收到了邀请
way-invitation-text = 邀请邮件里有邀请码。请准备好您的出生日期和客户编号（UCI）。
way-invitation-go = 回复邀请
way-own = 您有自己的密码
way-own-text = 您以前在这里登录过。
way-own-go = 登录
representative-title = 只为您本人登录
representative-text = 顾问、律师或其他代理人可以给您建议，但绝不能以您的名义登录，也不能替您声明身在加拿大。不要把密码告诉他们：登录后，可以把“给顾问的摘要”交给他们。

sign-in = 登录
signing-in = 正在登录……
sign-in-heading = 登录
sign-in-first-time = 您有临时密码吗？
sign-in-first-time-go = 首次登录
forgotten-password-go = 忘记密码？
forgotten-username-go = 忘记用户名？
way-out-first-again = 申请新的临时密码
username = 用户名
username-hint = 电子邮件中的8位字母和数字，如K7MP‑2XQD
password = 密码
password-show = 显示
password-hide = 隐藏
password-show-label = 显示密码
password-hide-label = 隐藏密码

first-heading = 首次登录
first-lead = 用户名和临时密码在同一封电子邮件里。临时密码发出后{ $days }天内有效。下一页由您设置自己的密码。
temporary-password = 临时密码
temporary-password-hint = 请从电子邮件中复制。前后的空格没有影响
date-of-birth = 您的出生日期
date-hint = 例如：日27，月3，年1988
date-day = 日
date-month = 月
date-year = 年
uci = 客户编号（UCI）
uci-hint = 8位或10位数字，印在您收到的申请信件上

own-password-heading = 设置您自己的密码
own-password-lead = 您的信息核对无误。新密码保存后，立即取代临时密码。
own-password = 您自己的密码
own-password-hint = 至少{ $least }个字符。例如把动物、工具、水果、城市的名称连在一起。空格也算
own-password-missing = 还差{ $missing }个字符
own-password-enough = 已有{ $length }个字符，够长了
own-password-advice = 怎样的密码才牢固
own-password-advice-words = 四五个互不相关的词语，比符号更容易记住。
own-password-advice-any = 任何语言、任何文字都可以。不要求有数字或大写字母。
own-password-advice-manager = 密码管理器可以替您生成并保存密码。可以粘贴。
own-password-store = 保存密码并登录
own-password-storing = 正在保存……
