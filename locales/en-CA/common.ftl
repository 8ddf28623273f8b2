# Dates, numbers, sizes, waits and lists. Spaces inside them do not break.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day }{ "\u00A0" }{ $month }{ "\u00A0" }{ $year }
date-short = { $day }{ "\u00A0" }{ $month }

size-bytes = { $amount ->
    [one] 1{ "\u00A0" }byte
   *[other] { $amount }{ "\u00A0" }bytes
}
size-kilobytes = { $amount }{ "\u00A0" }KB
size-megabytes = { $amount }{ "\u00A0" }MB

wait-seconds = { $amount ->
    [one] 1{ "\u00A0" }second
   *[other] { $amount }{ "\u00A0" }seconds
}
wait-minutes = { $amount ->
    [one] 1{ "\u00A0" }minute
   *[other] { $amount }{ "\u00A0" }minutes
}
wait-hours = { $amount ->
    [one] 1{ "\u00A0" }hour
   *[other] { $amount }{ "\u00A0" }hours
}
wait-unknown = a few minutes

list = { $head } and { $last }
