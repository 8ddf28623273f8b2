# 没有安全存放密钥之处的设备：用口令打开保存的内容，或者什么都不保存。

passphrase-choose-heading = 要在这台设备上保存您填写的内容吗？
passphrase-choose-lead = 这台设备没有可以安全存放密钥的地方，所以由您决定。以后可以在设置中更改。
passphrase-question = 应用关闭时
passphrase-way-keep = 用口令保存我填写的内容
passphrase-way-keep-text = 内容会加密。每次打开应用时，都要输入口令
passphrase-way-nothing = 不在这台设备上保存任何内容
passphrase-way-nothing-text = 届时还没有发送的内容会丢失
passphrase = 这台设备的口令
passphrase-hint = 至少{ $least }个字符，不要与门户网站的密码相同。空格也算在内
passphrase-no-reset = 请把口令记在安全的地方。没有人能重设它，应用和门户网站都不能。没有口令，保存在这里的内容就再也打不开。您已发送的内容都在门户网站上。
passphrase-go-on = 继续
passphrase-working = 正在打开…
passphrase-enter-heading = 请输入这台设备的口令
passphrase-enter-lead = 您填写的内容加密保存在这里，用口令打开。
passphrase-open = 打开
passphrase-without = 不用口令继续
passphrase-without-now-text = 这一次先继续，保存在这里的内容不会改动。现在填写的内容在应用关闭时会丢失。
passphrase-without-now = 这一次先继续
passphrase-anew-text = 如果您不记得口令，可以重新开始。保存在这里的内容会另行存放，不再显示。您已发送的内容都在门户网站上。
passphrase-anew = 重新开始
passphrase-anew-title = 要在这台设备上重新开始吗？
passphrase-anew-ask = 您填写但没有发送的内容会另行存放，没有口令，谁也打不开。
passphrase-anew-act = 另行存放
passphrase-change-heading = 更改口令
passphrase-current = 现在的口令
passphrase-new = 新口令
passphrase-change-act = 更改口令
passphrase-changed = 口令已更改。
passphrase-remove = 取消口令，什么都不保存
passphrase-remove-title = 不在这台设备上保存任何内容吗？
passphrase-remove-text = 您填写但没有发送的内容和选好的照片会永久删除。在应用关闭之前，您仍处于登录状态。
passphrase-remove-act = 什么都不保存
passphrase-choose = 选择口令
data-with-passphrase = 应用在这里加密保存以下内容，用您的口令打开：

# 还缺什么
error-required--keeping-way = 请选择应用关闭时如何处理
error-required--passphrase = 请输入口令
error-required--new-passphrase = 请输入新口令
error-required--current-passphrase = 请输入现在的口令
