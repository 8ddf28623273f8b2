# 各页共用部件的文字：菜单、对话框、等待提示、不存在的页面。

settings = 设置
account = 账户
footer-label = 帮助和设置
language-label = 语言：{ $language }
language-not-fetched = 请连接网络，然后重新选择语言。该语言的文字未能载入。
device-data-removed = 保存在这台设备上的内容已全部清除。
dismiss = 关闭这条消息
leave-as-it-is = 保持不变
still-at-work = 请留在本页。这次比平时稍久一些；任何内容都不会重复发送。
back-to-help = 帮助和联系方式

session-ends = 登录即将到期
session-left = 还剩{ $time }
session-ends-text = 要继续，请保持登录。否则您会退出登录，以免他人看到您家庭的情况。您填写的内容会保留。
session-ends-for-good = 请先完成手头的内容，然后重新登录。本次登录不能再延长。您填写的内容会保留。
session-stay = 保持登录
session-go-on = 继续使用到那时

no-page-heading = 这个地址没有页面
no-page-text = 请检查地址，或从首页重新开始。您发送和填写的内容都没有丢失。
go-to-start = 前往首页
confirmation-gone-heading = 这份确认已经显示过
confirmation-gone-text = 请到“您的家庭”查看已收到的内容。每个人的页面都写明收到了什么、何时收到。

answer-yes = 是
answer-no = 否
answer-cannot-tell = 看不出来
what-to-do-heading = 该怎么办
