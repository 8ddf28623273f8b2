# 家庭总览和个人页面。

household-heading = 您的家庭
household-heading-alone = 您的永久居留
household-failed = 未能显示您的家庭
application = 申请编号{ $number }
as-of = { $when }的情况
refresh = 刷新
refreshing = 正在刷新……
refreshed = 本页已是最新。
latest-heading = 最近进展

next-declare = { $who ->
    [me] 下一步：声明您在加拿大
    [us] 下一步：声明{ $names }在加拿大
   *[them] { $count ->
       *[other] 下一步：声明{ $names }在加拿大
    }
}
next-declare-why = 需要两分钟时间和网络连接。后面的每一步都以此为前提。
next-address = { $count ->
   *[other] 下一步：填写卡片的邮寄地址
}
next-address-why = 须是加拿大境内的邮寄地址。卡片制作之前可以更改。
next-replace-photo = { $who ->
    [me] 下一步：更换您的照片
   *[other] 下一步：更换{ $names }的照片
}
next-replace-photo-why = 移民官退回了照片，并说明了原因。您可以马上发送新的照片。
next-add-photo = { $who ->
    [me] 下一步：添加您的照片
   *[other] 下一步：添加{ $names }的照片
}
next-add-photo-why = 数码照片、扫描件或自拍都可以，宽高比例与卡片照片一致。
next-wait = 目前没有要做的事
next-wait-why = 材料都已发送，移民官正在办理。有变化时，您会收到电子邮件。
next-finished = 全部办完：所有卡片都已寄出
next-finished-why = 收到卡片后，请妥善保管。这里没有别的事要做。
stopped-withdrawn = 申请已经撤回，不能再发送任何内容。如果您没有料到会这样，请写信到联系邮箱。
stopped-interview = 请等待写明面谈日期和地点的通知信。在此之前不能发送任何内容。大多数人不需要面谈。
go-declare = 前往声明
go-address = 填写地址
go-replace-photo = 另选照片
go-add-photo = 添加照片

this-is-you = 您本人
you-in-list = 您
age = { $age ->
    [0] 未满1岁
   *[other] { $age }岁
}
own-account = { $name }有自己的账户。只有{ $name }本人能看到并办理这些步骤。
other-account = { $name }的步骤在另一个账户里。
others-heading = 申请中的其他人
steps-done = 共{ $all }步，已完成{ $done }步
person-finished = 全部完成。卡片已寄出
for-person = （{ $name }）
next-declaration-to-do = 声明身在加拿大
next-address-to-do = 填写地址
next-photo-to-do = 添加照片
next-photo-problem = 另选照片
next-photo-waiting = 照片正由移民官查看
next-card-waiting = 卡片正在制作
next-card-problem = 查看卡片的情况
trouble-photo-returned = { $name }的照片被退回
trouble-card-undelivered = { $name }的卡片被邮局退回
trouble-card-must-apply = { $name }的卡片须另行申请
concerns-only = 这只涉及{ $name }。其他人不需要做任何事。
concerns-only-others-go-on = 这只涉及{ $name }，不会耽误其他人。
days-left = { $days ->
    [0] 今天是最后一天
   *[other] 还剩{ $days }天
}

person-heading-loading = 家庭成员
steps-heading = 五个步骤
status-card-waiting = 正在制作
declared-on = { $day }由{ $by }声明。参考编号{ $reference }
given-on = { $day }填写
photo-sent-on = { $day }发送
photo-accepted-on = { $day }通过
photo-returned-on = { $day }退回
card-made-on = { $day }制成
card-mailed-on = { $day }寄出
card-undelivered-on = { $day }被邮局退回。请核对地址，并写信到联系邮箱
card-must-apply = 在这里领卡的期限已过。官方网页上说明了如何申请卡片
proof-heading = 永久居民身份证明
proof-issued = 自{ $since }起成为永久居民。证明于{ $day }签发。
timeline-heading = 办理记录
