# Choisir la partie d’une image qui devient la photo.

photo-frame-heading = Choisissez la partie pour la photo de la carte
photo-frame-lead = Déplacez et ajustez le cadre jusqu’à ce que la tête soit dans les repères. Seul l’intérieur du cadre est envoyé.
photo-frame-use = Utiliser cette partie
photo-frame-whole = Envoyer plutôt l’image entière, telle quelle
photo-nothing-to-frame = Choisissez d’abord une image. Vous pourrez ensuite choisir la partie à envoyer.
crop-frame = Cadre
crop-top-left = Coin supérieur gauche du cadre
crop-top-right = Coin supérieur droit du cadre
crop-bottom-left = Coin inférieur gauche du cadre
crop-bottom-right = Coin inférieur droit du cadre
crop-at = À { $left ->
    [one] { $left } pixel
   *[other] { $left } pixels
} du bord gauche et { $top } du bord supérieur
crop-help = Faites glisser le cadre ou ses coins. Au clavier : les flèches le déplacent de 1 pixel, avec Maj de 10; plus et moins changent sa taille.
crop-legend = Le sommet du crâne entre les lignes du haut, le menton entre celles du bas, le visage au milieu. La tête occupe alors de 44 à 51 % de la hauteur.
crop-scaled = La photo aura { $photo }, à partir d’une partie de { $part }.
crop-as-it-is = La partie mesure { $part } et est envoyée à cette taille.
crop-size = Taille du cadre
crop-centre = Centrer
crop-largest = Au maximum
crop-numbers = Le cadre en chiffres
crop-numbers-hint = En pixels de l’image, qui en a { $width } de large et { $height } de haut
crop-left = Depuis la gauche
crop-top = Depuis le haut
crop-width = Largeur
crop-height = Hauteur
