# 卡片页面和办理记录页面。

what-happened = 办理记录
about-the-card = 卡片情况
everything-that-happened = 全部办理记录
timeline-of = { $name }的办理记录
timeline-empty = 还没有任何记录。每一步都会显示在这里，并说明接下来的事。
timeline-mail = 每一步您也会收到电子邮件。邮件只说有变化；具体内容在这里查看。

card-of = { $name }的卡片
card-needs = 完成以下步骤后，就会制作卡片：
card-needs-then = 此后{ $days }天内制成并寄出。
card-being-made = 预计在{ $day }前后制成
card-being-made-text = 现在没有要做的事。卡片寄出时，您会收到电子邮件。
card-made-text = 接下来寄出卡片。届时您会收到电子邮件。
card-mailed-text = 请留意您的信箱，收到后妥善保管。如果没有收到，请写信到联系邮箱。
card-came-back-on = 卡片于{ $day }被邮局退回，可以再次寄出。
card-undelivered-check = 请核对下面的地址，包括单元号和邮政编码，以及信箱上的姓名。
card-undelivered-write = 请写信到联系邮箱，写明申请编号，并说明地址是否正确，或正确的地址是什么。
card-undelivered-again = 移民官会再次寄出卡片。您会在这里看到，并收到电子邮件。
card-must-apply-text = 请另行申请卡片。官方网页上说明了办法：
card-must-apply-status = 在这里领卡的期限已过。永久居民身份本身不受影响。
card-goes-to = 卡片寄往
card-change-address = 更改地址
