# Ce qui se voit sur une image, à côté de l’image.

found-heading = Ce qu’un agent pourrait remarquer
found-count = { $count ->
    [one] { $count } point à regarder
   *[other] { $count } points à regarder
}
found-nothing = Rien n’attire l’attention. L’image semble convenir.
found-nothing-yet = Rien trouvé jusqu’ici. La taille et la place de la tête sont évaluées une fois que vous avez choisi la partie à envoyer.
found-officer = C’est un agent qui décide.
found-unseen = Un programme ne peut pas voir si la ressemblance est bonne, ni si une retouche a été faite avec adresse.
found-failed = Cette image n’a pas pu être évaluée ici. Vous pouvez l’envoyer quand même.
found-no-face = La lumière, le fond et la tête sont évalués dès qu’un visage est vu. Un programme trouve moins bien certains visages, ceux des bébés par exemple. Vous pouvez quand même utiliser l’image : c’est un agent qui décide.
found-errs = C’est un programme qui évalue l’image. Il se trompe plus souvent pour les peaux foncées, les bébés et les personnes handicapées. Vous pouvez quand même utiliser l’image : c’est un agent qui décide.
found-before-frame = La taille et la place de la tête sont évaluées une fois que vous avez choisi la partie à envoyer.
found-strong = Un agent risque fort de la retourner pour cette raison
found-mild = À regarder de nouveau
found-show = Montrer sur l’image
found-anyway = L’utiliser quand même
found-about = { $reason ->
    [head-too-small] Hauteur de la tête :
    [head-too-large] Hauteur de la tête :
    [off-centre] Écart du milieu de la photo :
    [tilted] Inclinaison de la tête :
    [turned] Rotation de la tête :
    [over-exposed] Part du visage :
    [glare-skin] Part du visage :
    [too-dark] Luminosité :
    [background-not-white] Luminosité du fond :
    [background-shadow] Écart de luminosité :
    [uneven-light] Lumière du côté sombre, par rapport à l’autre :
    [recompressed] Qualité du fichier :
    [several-faces] Visages :
    [too-old] Âge de l’image :
   *[other] Mesure :
}
found-within = Demandé : de { $from } à { $to }
found-least = Demandé : au moins { $to }
found-most = Demandé : au plus { $to }
amount-percent = { $amount } %
amount-degrees = { $amount }°
amount-lightness = { $amount } sur 100
amount-quality = { $amount } sur 100
amount-count = { $amount }
amount-days = { $amount ->
    [one] { $amount } jour
   *[other] { $amount } jours
}
amount-pixels = { $amount ->
    [one] { $amount } pixel
   *[other] { $amount } pixels
}
judging-decode = Ouverture de l’image…
judging-reduce = Préparation de l’image…
judging-face = Recherche du visage…
judging-points = Recherche des yeux, de la bouche et du menton…
judging-head = Mesure de la tête…
judging-features = Examen des yeux et de la bouche…
judging-ground = Examen du fond…
judging-light = Examen de la lumière et des couleurs…
judging-sharpness = Examen de la netteté…
judging-copy = Recherche des traces d’une copie…
room-needed = Reculez : il manque à l’image { $sides }.
room-above = { $percent } % d’espace au-dessus de la tête
room-left = { $percent } % d’espace à gauche
room-right = { $percent } % d’espace à droite
room-below = { $percent } % d’espace sous le menton
room-too-few = Approchez-vous ou prenez une image plus grande : la tête a trop peu de pixels.
room-still = Vous pouvez quand même choisir une partie de cette image.
crop-head = Tête à la bonne taille
head-search = Recherche de la tête dans l’image…
head-unseen = Aucune tête n’a été trouvée. Placez le cadre d’après ses repères.
head-now = Tête : { $percent } % de la hauteur, { $mm } mm
head-asked = Demandé : de { $percent_from } à { $percent_to } %, soit de { $mm_from } à { $mm_to } mm sur { $height }
head-small = Réduisez le cadre : la tête y est trop petite.
head-large = Agrandissez le cadre : la tête y est trop grande.
head-left = Déplacez le cadre vers la gauche : le visage n’est pas au milieu.
head-right = Déplacez le cadre vers la droite : le visage n’est pas au milieu.
head-high = Déplacez le cadre vers le haut : la tête y est trop haute.
head-low = Déplacez le cadre vers le bas : la tête y est trop basse.
head-well = La tête a la bonne taille et la bonne place.
photo-check-waits = Un instant : l’image est examinée…
photo-returned-same = Un agent a retourné cette image même. Prenez-en une nouvelle qui corrige ce qui n’allait pas.
returned-next = Ensuite : prenez une nouvelle photo qui corrige cela.
error-required--accepted = { $reason } : indiquez que vous utilisez la photo quand même, ou choisissez une autre image
photo-see-why = Voir sur la photo pourquoi elle a été retournée
