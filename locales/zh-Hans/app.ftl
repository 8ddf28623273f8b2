# 每一页的框架，以及各页共用的文字。

app-name = Landed
language-chosen = 本页现在以简体中文显示。
title = { $heading } – Landed
title-error = 错误：{ $heading } – Landed
skip-to-content = 跳到正文
nav-label = 帮助和语言
notices-label = 通知
help = 帮助
back = 返回
back-to-household = 您的家庭
required = （必填）
choose-one = 请选择
continue = 继续
checking = 正在检查……
sending = 正在发送……
change = 更改
try-again = 重试
loading = 正在载入……
error-summary-title = 有内容需要更正
start-failed = 应用未能启动
not-found-heading = 这里没有内容
not-found-text = 请返回“您的家庭”。本页不存在，或者属于使用自己账户的家庭成员。

sign-out = 退出登录
signed-in-as = 已登录：{ $name }
version = 版本{ $version }
demonstration = 演示版。其中的人物和门户网站都是虚构的，任何内容都不会离开这台设备。
stale-offline = 您没有连接网络。您看到的是{ $when }的情况；您填写的内容会保留。
stale-unreachable = 门户网站没有响应。您看到的是{ $when }的情况；您填写的内容会保留。

reference = 参考编号
received = 收到时间
receipt-for = 适用于
print-or-save = 打印或保存本页
what-next-heading = 接下来
go-to-household = 前往“您的家庭”

# 系统文件选择窗口的标题和文件类型
picker-title = 选择图片
picker-pictures = 图片（JPEG、PNG）
picker-all-files = 所有文件
