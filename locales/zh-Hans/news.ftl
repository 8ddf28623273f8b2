# 新进展：系统通知（锁屏上任何人都能看到）和应用窗口内的提示（可以写姓名）。

notification-photo = 照片有新进展。
notification-proof = 文件有新进展。
notification-clock = 近期有事需要您办理。
notification-message = 您有一条新消息。
notification-open = 打开
news-photo = { $name }的照片有新进展。
news-proof = { $name }的身份证明已备好。
news-clock = 请查看{ $name }的步骤：有期限即将到来。
news-message = 有一条关于{ $name }的新消息。
news-several = 您家庭的申请有新进展。
settings-notifications = 通知
settings-notifications-hint = 您没有在看本应用时，通知会提示有新进展，但不会说明与谁有关：锁屏上的通知任何人都能看到。
notifications-on = 显示通知
notifications-off = 不显示通知
