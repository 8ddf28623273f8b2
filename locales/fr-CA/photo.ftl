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
photo-file-fits = Ce fichier peut être envoyé
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
photo-check-heading = { $who ->
    [me] Est-ce bien vous?
   *[other] Est-ce bien { $name }?
}
photo-check-name = Nom
photo-check-age = Âge
photo-choose-other = Choisir une autre image
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
