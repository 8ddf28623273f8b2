# 地址。

address-heading = 卡片寄到哪里？
address-lead = 卡片只寄往加拿大境内。卡片制作之前，您可以随时更改地址。
address-who = 这是谁的地址？
address-who-hint = 您勾选的每个人，卡片都会分别寄到这个地址。
mailing-heading = 邮寄地址
mailing-hint = 如果邮件由别人代收，请在“代收人”中填写对方的姓名。
residential-heading = 居住地址
residential-same = 与邮寄地址相同
address-care-of = 代收人
address-care-of-hint = 仅在信箱上写的是别人的姓名时填写
address-unit = 单元号
address-unit-hint = 公寓号或房间号
address-street = 街道
address-street-hint = 门牌号和街名；也可以是邮政信箱（如PO BOX 123）、RR 2或GD
address-more = 地址第二行
address-more-hint = 楼名、邮站或地块。最多{ $limit }个字符
address-municipality = 城市、镇或村
address-province = 省或地区
address-postal-code = 邮政编码
address-elsewhere = 我们住在别处
address-elsewhere-hint = 如果收信的地址和居住的地址不同，请勾选
address-closed = 卡片已经制作，不能再在这里更改地址。请写信到联系邮箱。
address-check-heading = 这个地址对吗？
address-check-lead = { $count ->
    [1] 标签将这样打印。
   *[other] 标签将这样打印，每人一张。
}
address-check-later = 卡片制作之前，您可以随时更改。
address-use = 使用这个地址
address-incomplete = 地址中还有未填写的内容。
address-go-back = 返回地址页
address-done-heading = 地址已保存
address-done-card = 照片通过、卡片制成后，将寄到这个地址。
address-done-change = 如果您在此之前搬家，请到“您的家庭”更改地址。
