# 程序之外的页面：在程序载入之前，或没有程序时。
page-description = 确认您在加拿大的永久居留身份：声明您身在加拿大，填写地址，发送照片，并跟进每一步。
page-noscript = 请为本页启用JavaScript，或使用Landed应用。填写表格需要其中之一。
page-unreachable = 请检查网络连接，然后重新载入本页。有一部分内容没有送达。
not-signed-out = 您仍处于登录状态。
signing-out-heading = 正在退出登录
signing-out-text = 正在退出登录：完成之前请不要离开此页面。
