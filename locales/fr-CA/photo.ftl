# La photo.

photo-heading = Photo
photo-of = Photo de { $name }
photo-description = Photo de { $name }
photo-choose = { $who ->
    [me] Choisissez votre photo
   *[other] Choisissez une photo de { $name }
}
photo-choose-again = { $who ->
    [me] Choisissez une autre photo de vous
   *[other] Choisissez une autre photo de { $name }
}
allowed-heading = Ce qui est accepté
allowed-drawing = Dessin du cadre : le visage de face, au milieu; du menton au sommet du crâne, la tête occupe environ la moitié de la hauteur.
allowed-face = Visage de face, yeux ouverts, bouche fermée, sans sourire.
allowed-ground = Fond blanc uni, lumière égale, aucune ombre.
allowed-head = Du menton au sommet du crâne, la tête occupe de 44 à 51 % de la hauteur.
allowed-glasses = Lunettes sans reflet ni teinte seulement. Un couvre-chef religieux ou médical convient si tout le visage est visible.
allowed-recent = Prise dans les 12 derniers mois, sans retouche.
allowed-file = JPEG ou PNG, au plus { $size }, de { $min_width } × { $min_height } à { $max_width } × { $max_height } pixels, de forme 5 sur 7.
allowed-not-print = Une photo de téléphone d’une épreuve sur papier n’est pas acceptée. Numérisez plutôt l’épreuve.
photo-kind = De quelle sorte d’image s’agit-il?
photo-kind-digital = Une photo numérique
photo-kind-digital-hint = D’un photographe, ou prise par une autre personne
photo-kind-scan = Une épreuve numérisée
photo-kind-scan-hint = D’une épreuve faite par un photographe
photo-kind-selfie = Un égoportrait
photo-kind-selfie-hint = Pris par la personne qu’on y voit
photo-pick = Choisir une image
photo-pick-another = Choisir une autre image
photo-picking = Choix en cours…
photo-one-moment = Un instant…
photo-picked = L’image est là. Voyez ce qui en est dit.
photo-while-open = Cette image n’est que dans cette page. Elle disparaît si vous fermez ou rechargez la page; envoyez-la avant.
photo-remove = Retirer cette image
photo-removed = L’image a été retirée de l’application.
this-is = Voici { $name }, { $age ->
    [0] moins d’un an
    [one] { $age } an
   *[other] { $age } ans
}
photo-refused = Choisissez une autre image. Ce fichier ne peut pas être envoyé :
photo-ready = La photo est prête
photo-file-fits = Ce fichier peut être envoyé
file-facts = Au sujet de ce fichier
fact-format = Format :
fact-format-limit = JPEG ou PNG
format-jpeg = JPEG
format-png = PNG
fact-pixels = Dimensions :
pixels = { $width } × { $height } pixels
fact-pixels-limit = De { $min_width } × { $min_height } à { $max_width } × { $max_height }
fact-shape = Forme :
shape = 5 sur { $height }
fact-shape-limit = 5 de large sur 7 de haut
fact-weight = Fichier :
fact-weight-limit = Au plus { $size }
photo-to-check = Vérifier avant l’envoi
photo-to-frame = Choisir la partie à envoyer
photo-frame-option = N’envoyer qu’une partie de l’image
photo-frame-change = Changer la partie à envoyer
photo-cropped = Seule la partie que vous avez choisie est envoyée.
photo-untouched = Pour le reste, le fichier part tel quel.
photo-untouched-wholly = Le fichier part tel quel.
framing-needed = Ensuite, choisissez la partie à envoyer
framing-why = { $why ->
    [both] Les images des téléphones et des appareils photo sont plus grandes que la photo de la carte et d’une autre forme. C’est normal : la photo est faite à partir de la partie que vous choisissez.
    [large] Les images des téléphones et des appareils photo sont plus grandes que la photo de la carte. C’est normal : la photo est faite à partir de la partie que vous choisissez.
    [shape] L’image n’a pas la forme de la photo de la carte. C’est normal : la photo est faite à partir de la partie que vous choisissez.
   *[heavy] Le fichier dépasse { $size }. Une photo plus légère est faite à partir de la partie que vous choisissez; ce peut être l’image entière.
}
photo-check-heading = { $who ->
    [me] Est-ce bien vous?
   *[other] Est-ce bien { $name }?
}
photo-check-name = Nom
photo-check-age = Âge
photo-check-part = Partie envoyée
photo-part-whole = L’image entière, telle quelle
photo-part-of = Une partie de { $width } × { $height } pixels
photo-check-file = Fichier
made-of = { $format }, { $pixels }, { $size }
photo-choose-other = Choisir une autre image
photo-go-on = Appuyez de nouveau sur « Envoyer cette photo ». Ce qui est arrivé est gardé, et l’envoi reprend où il s’est arrêté.
photo-final = Une fois envoyée, la photo ne peut plus être changée, sauf si un agent la retourne.
photo-send = Envoyer cette photo
photo-incomplete = Il manque encore une réponse au sujet de la photo.
photo-go-back = Revenir à la photo
photo-done-heading = La photo est envoyée
photo-done-review = Un agent l’examine, d’habitude en { $days } jours ou moins.
photo-done-mail = Vous recevrez un courriel quand quelque chose changera.
photo-done-returned = Si elle est retournée, vous en verrez la raison ici et pourrez en envoyer une autre. Personne d’autre n’est retardé.
photo-done-follow = Suivre les étapes
photo-submitted-text = Envoyée le { $day }. Un agent l’examine, d’habitude en { $days } jours ou moins. Vous recevrez un courriel quand quelque chose changera.
photo-accepted-text = Acceptée le { $day }. Plus rien à faire pour la photo.
declare-first-title = Déclarez la présence avant l’envoi
declare-first-text = Vous pouvez préparer l’image dès maintenant. Elle pourra être envoyée dès que la présence au Canada sera déclarée pour cette personne.
declare-first-go = Aller à la déclaration
returned-heading = Retournée le { $day }
returned-description = Photo retournée de { $name }
returned-note = Note de l’agent
stage-reading = Lecture de l’image
stage-examining = Examen de l’image
stage-framing = Préparation de la photo
stage-sending = Envoi de la photo
work-amount = { $done } sur { $total }
same-as-title = Vérifiez que c’est bien { $name }
same-as-text = La même image a aussi été choisie ou envoyée pour { $names }. Vous pouvez quand même l’envoyer.
removed-heading = Retiré avant l’envoi
removed-nothing = Rien : le fichier ne contient que l’image.
removes-location = Le lieu de la prise de vue
removes-time = La date de la prise de vue ou des changements
removes-device = Le modèle et les réglages du téléphone ou de l’appareil photo
removes-serial-number = Les numéros de série de l’appareil ou de l’image
removes-owner = Les noms de personnes
removes-words = Les légendes, mots-clés et commentaires
removes-thumbnail = Les petites copies de l’image
removes-maker-note = Les notes du fabricant de l’appareil
removes-software = Les programmes qui l’ont modifiée
removes-enclosed = D’autres images, vidéos ou sons dans le fichier
removes-other = Tout ce dont l’image n’a pas besoin
