# 日期、数字、大小、等待时间和列举。汉字与数字、拉丁字母之间不加空格，间距由版式处理。

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
date = { $year }年{ $month }{ $day }日
date-short = { $month }{ $day }日

size-bytes = { $amount }字节
size-kilobytes = { $amount }{ "\u00A0" }KB
size-megabytes = { $amount }{ "\u00A0" }MB

wait-seconds = { $amount }秒
wait-minutes = { $amount }分钟
wait-hours = { $amount }小时
wait-unknown = 几分钟

list = { $head }和{ $last }
