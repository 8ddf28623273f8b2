# Dates, nombres, tailles, attentes et listes. Leurs espaces sont insécables.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date = { $day ->
    [1] 1er{ "\u00A0" }{ $month }{ "\u00A0" }{ $year }
   *[other] { $day }{ "\u00A0" }{ $month }{ "\u00A0" }{ $year }
}
date-short = { $day ->
    [1] 1er{ "\u00A0" }{ $month }
   *[other] { $day }{ "\u00A0" }{ $month }
}

size-bytes = { $amount ->
    [one] { $amount }{ "\u00A0" }octet
   *[other] { $amount }{ "\u00A0" }octets
}
size-kilobytes = { $amount }{ "\u00A0" }Ko
size-megabytes = { $amount }{ "\u00A0" }Mo

wait-seconds = { $amount ->
    [one] 1{ "\u00A0" }seconde
   *[other] { $amount }{ "\u00A0" }secondes
}
wait-minutes = { $amount ->
    [one] 1{ "\u00A0" }minute
   *[other] { $amount }{ "\u00A0" }minutes
}
wait-hours = { $amount ->
    [one] 1{ "\u00A0" }heure
   *[other] { $amount }{ "\u00A0" }heures
}
wait-unknown = quelques minutes

list = { $head } et { $last }
