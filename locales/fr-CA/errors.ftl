# Ce qui ne va pas, par code. La marche à suivre vient avant la raison.

# Le chemin vers le portail
error-offline = Vérifiez votre connexion, puis réessayez. Cet appareil n’est pas relié à Internet. Ce que vous avez écrit est toujours là.
error-portal-unreachable = Réessayez dans quelques minutes. Vous êtes en ligne, mais le portail ne répond pas. Ce que vous avez écrit est toujours là.
error-unexpected-reply = Ouvrez une page Web pour voir si ce réseau demande d’abord une connexion, puis réessayez. Ce n’est pas le portail qui a répondu.
error-internal = Réessayez. Si cela se reproduit, écrivez à l’adresse d’aide. Le portail a eu une défaillance; vous n’y êtes pour rien.
error-unavailable = Réessayez dans { $wait }. Le portail est très demandé ou en entretien.
error-update-required = Mettez l’application à jour, puis revenez. Le portail n’accepte plus cette version. Ce que vous avez écrit est toujours là.
error-not-found = Revenez à votre ménage. Cette page est introuvable ou concerne une personne qui a son propre compte.
error-forbidden = Revenez à votre ménage. Votre session ne permet pas de faire cela.
error-malformed = Vérifiez les réponses signalées.
error-body-too-large = Envoyez un contenu plus petit, d’au plus { $bytes }.
error-draft-changed-elsewhere = Allez à la page qui a deux versions et choisissez ce que vous gardez. Vous y avez écrit, et une autre version a été écrite ailleurs.
error-idempotency-mismatch = Vérifiez vos réponses et envoyez-les de nouveau. Elles ont changé pendant l’envoi.

# L’ouverture de session
error-sign-in-refused = Vérifiez votre nom d’utilisateur et votre mot de passe. Ensemble, ils ne correspondent à aucun compte.
error-first-sign-in-refused = Vérifiez votre nom d’utilisateur, votre mot de passe temporaire, votre date de naissance et votre IUC. Ensemble, ils ne correspondent à aucun compte.
error-temporary-password-expired = Faites envoyer un nouveau mot de passe temporaire. Le vôtre était valable jusqu’au { $on }.
error-too-many-attempts = Attendez { $wait }, puis réessayez. Il y a eu trop d’essais sans correspondance.
error-sign-in-required = Ouvrez de nouveau une session pour continuer. La vôtre est terminée. Ce que vous avez écrit est toujours là.
error-cookies-needed = Autorisez les témoins pour cette page ou ouvrez-la à son adresse https, puis ouvrez une session de nouveau. Sans cela, ce navigateur oublie aussitôt que vous avez ouvert une session.
error-session-cannot-be-extended = Ouvrez une nouvelle session quand celle-ci prendra fin. Elle ne peut plus être prolongée. Ce que vous avez écrit est gardé.
error-first-sign-in-timed-out = Recommencez avec votre mot de passe temporaire, ou ouvrez une session si vous avez déjà enregistré le vôtre. Cette page attend 30 minutes au plus.

# Les champs
error-required = Répondez à cette question
error-required--username = Entrez votre nom d’utilisateur
error-required--password = Entrez votre mot de passe
error-required--temporary-password = Entrez votre mot de passe temporaire
error-required--date-of-birth = Entrez votre date de naissance
error-required--uci = Entrez votre IUC
error-required--street = Entrez le numéro et le nom de la rue
error-required--municipality = Entrez la ville ou le village
error-required--province = Choisissez la province ou le territoire
error-required--postal-code = Entrez le code postal
error-required--kind = Choisissez de quelle sorte d’image il s’agit
error-required--picture = Choisissez une image
error-malformed--left = Entrez la distance depuis la gauche en nombre entier de { $least } à { $most }. L’image ne va pas plus loin
error-malformed--top = Entrez la distance depuis le haut en nombre entier de { $least } à { $most }. L’image ne va pas plus loin
error-malformed--width = Entrez la largeur en nombre entier de { $least } à { $most }. L’image ne permet pas davantage
error-malformed--height = Entrez la hauteur en nombre entier de { $least } à { $most }. L’image ne permet pas davantage
error-too-long = Écrivez { $limit } caractères ou moins
error-username-shape = Entrez votre nom d’utilisateur comme dans le courriel : 8 lettres et chiffres, comme K7MP‑2XQD
error-uci-shape = Entrez votre IUC en 8 ou 10 chiffres, comme 1234‑5678 ou 11‑2345‑6789
error-date-not-real = Entrez une date qui existe : un jour, un mois et une année de 4 chiffres, comme 27 3 1988
error-date-out-of-range = Vérifiez la date de naissance. Elle ne peut être ni à venir ni remonter à plus de 130 ans
error-password-too-short = Allongez votre mot de passe : au moins { $limit } caractères. Il en a { $length }
error-password-too-long = Raccourcissez votre mot de passe : au plus { $limit } caractères. Il en a { $length }
error-password-common = Choisissez un mot de passe plus difficile à deviner. Celui-ci est courant ou fait surtout de mots de ce service
error-password-weak = Choisissez un mot de passe plus difficile à deviner, comme quatre ou cinq mots sans rapport entre eux
error-password-own-words = Choisissez un mot de passe sans votre nom d’utilisateur et autre que votre mot de passe temporaire
error-postal-code-shape = Entrez un code postal canadien, comme K1A 0B1
error-postal-code-province = Vérifiez le code postal et la province. Aucun code postal ne commence par { $letter } ({ $province })
error-not-in-canada = Choisissez une province ou un territoire du Canada. La carte n’est postée qu’au Canada
error-label-line-too-long = Raccourcissez cette ligne de l’étiquette à { $limit } caractères. Elle en a { $length }
error-label-line-too-long--care-of = Raccourcissez le nom après « a/s ». Sa ligne sur l’étiquette a { $length } caractères; { $limit } y tiennent
error-label-line-too-long--street = Raccourcissez la rue, ou mettez-en une partie sous « Deuxième ligne de l’adresse ». Sa ligne sur l’étiquette a { $length } caractères; { $limit } y tiennent
error-label-line-too-long--more = Raccourcissez cette ligne. Elle a { $length } caractères; { $limit } tiennent sur l’étiquette
error-label-line-too-long--municipality = Raccourcissez la ville. Sa ligne sur l’étiquette a { $length } caractères; { $limit } y tiennent
error-not-printable = Utilisez des lettres qui s’impriment sur une étiquette : lettres latines, chiffres et signes courants
error-nobody-chosen = Choisissez au moins une personne

# Le parcours
error-declaration-text-changed = Relisez le texte avant de déclarer. Il a changé.
error-already-declared = Vous n’avez plus rien à faire : la présence est déjà déclarée.
error-declaration-missing = Déclarez d’abord la présence au Canada. La photo pourra ensuite être envoyée.
error-address-closed = Écrivez à l’adresse d’aide pour changer l’adresse. La carte est déjà fabriquée.
error-address-changed-elsewhere = Choisissez l’adresse à garder. Une autre a été donnée le { $on }, après que vous avez ouvert cette page.
error-photo-already-submitted = Vous n’avez plus rien à faire : une photo est déjà à l’examen ou acceptée.
error-upload-missing = Envoyez la photo de nouveau. Son fichier n’est pas arrivé.
error-upload-offset = Envoyez la photo de nouveau. Le portail en a déjà une partie, et l’envoi reprend à cet endroit.
error-digest-mismatch = Envoyez la photo de nouveau. Son fichier a changé en chemin.
error-household-withdrawn = Écrivez à l’adresse d’aide si cela vous surprend. La demande a été retirée.
error-household-interview = Attendez la lettre au sujet de votre entrevue. D’ici là, rien ne peut être envoyé.
error-wrong-state = Revoyez le dossier. Cette étape ne peut pas suivre l’état où il se trouve.

# Le fichier de la photo
error-photo-empty = Choisissez un autre fichier. Celui-ci est vide.
error-photo-unreadable = Choisissez un autre fichier. Celui-ci n’est pas une image lisible; il est peut-être abîmé.
error-photo-wrong-format = Choisissez un fichier JPEG ou PNG. { $found ->
    [png] Celui-ci n’a pas pu être lu comme PNG.
    [jpeg] Celui-ci n’a pas pu être lu comme JPEG.
    [cmyk] Celui-ci a des couleurs d’imprimerie (CMJN); enregistrez-le avec des couleurs d’écran (RVB).
    [gif] Celui-ci est un GIF.
    [webp] Celui-ci est un WebP.
    [heic] Celui-ci est une image HEIC, comme en font certains téléphones; le téléphone peut l’exporter en JPEG.
    [avif] Celui-ci est un AVIF.
    [tiff] Celui-ci est un TIFF.
    [bmp] Celui-ci est un BMP.
    [pdf] Celui-ci est un PDF.
    [svg] Celui-ci est un dessin SVG.
    [text] Celui-ci est du texte, quoi qu’en dise son nom.
    [mp4] Celui-ci est une vidéo.
    [zip] Celui-ci est une archive ZIP.
   *[other] Celui-ci est autre chose, quoi qu’en dise son nom.
}
error-photo-too-small = Choisissez une image plus grande : au moins { $min_width } × { $min_height } pixels. Celle-ci a { $width } × { $height } pixels.
error-photo-too-large = Choisissez une image plus petite : au plus { $max_width } × { $max_height } pixels. Celle-ci a { $width } × { $height } pixels.
error-photo-wrong-shape = Choisissez une image de forme 5 sur 7 (50 mm de large, 70 mm de haut). Celle-ci a { $width } × { $height } pixels.
error-photo-too-heavy = Choisissez un fichier d’au plus { $limit }. Celui-ci a { $bytes }.
error-photo-no-room = Ramenez le cadre dans l’image. Pixels qui manquent : { $left } à gauche, { $top } en haut, { $right } à droite, { $bottom } en bas.
error-photo-already-returned = Choisissez une autre image. Celle-ci a déjà été retournée.
error-photo-too-many-pixels = Choisissez une image d’au plus { $limit } mégapixels. Celle-ci en a { $megapixels }.
error-photo-too-much-for-device = Choisissez une image plus petite. Celle-ci demande plus de mémoire que cet appareil n’en a de libre.

# Cet appareil
error-secret-store-missing = Vous pouvez continuer. Ce que vous écrivez n’est pas gardé à la fermeture de l’application, car cet appareil n’a pas d’endroit sûr pour le garder.
error-device-key-wrong = Ouvrez de nouveau une session. Ce qui était gardé sur cet appareil ne peut pas être ouvert et a été mis de côté.
error-passphrase-wrong = Réessayez votre phrase de passe. Celle-ci n’ouvre pas ce qui est gardé sur cet appareil
error-passphrase-too-short = Allongez votre phrase de passe : au moins { $limit } caractères. Elle en a { $length }
error-device-data-damaged = Vérifiez ce que vous avez écrit avant de l’envoyer. Une partie de ce qui était gardé sur cet appareil était endommagée. Une copie a été mise de côté.
error-device-data-newer = Mettez l’application à jour. Ce qui est gardé ici vient d’une version plus récente et reste tel quel d’ici là.
error-device-photos-again = Choisissez de nouveau vos photos. Ce qu’une version antérieure de l’application en gardait ne peut pas servir. Tout le reste est toujours là.
error-device-read-only = Permettez à l’application d’écrire sur le stockage de cet appareil, puis réessayez. Il est en lecture seule.
error-disk-full = Libérez de l’espace sur cet appareil, puis réessayez. Son stockage est plein.
error-device-store-failed = Réessayez. Si cela se reproduit, redémarrez l’application. Ce qui est gardé sur cet appareil ne peut être ni lu ni écrit.
error-file-not-readable = Choisissez le fichier de nouveau. Il n’a pas pu être lu; il a peut-être été déplacé, ou son support n’est plus là.
error-picker-unavailable = Réessayez. Si cela se reproduit, redémarrez cet appareil. Son sélecteur de fichiers ne s’est pas ouvert.
