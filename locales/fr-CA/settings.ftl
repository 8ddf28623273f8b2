# Réglages : l’affichage, la session et ce qui est gardé, et où.

settings-hold = Un choix s’applique aussitôt et reste gardé sur cet appareil.
settings-hold-tab = Un choix s’applique aussitôt, jusqu’à la fermeture de cet onglet. Rien n’en reste sur l’appareil.
settings-hold-until-closed = Un choix s’applique aussitôt, jusqu’à la fermeture de l’application. Cet appareil n’a pas d’endroit sûr pour le garder.
settings-chosen = Le changement est fait et s’applique dès maintenant.
settings-language = Langue
settings-theme = Clair ou sombre
theme-system = Comme l’appareil
theme-light = Clair
theme-dark = Sombre
settings-text-size = Taille du texte
settings-text-size-hint = En plus de ce que fait votre navigateur ou votre appareil
text-size-standard = Normale
text-size-large = Grande
text-size-largest = Très grande
settings-session = Session
nobody-signed-in = Aucune session n’est ouverte ici.
sign-out-text = Fermez la session avant de quitter un appareil que d’autres utilisent. Ce que vous avez écrit vous est gardé.

data-heading = Données sur cet appareil
data-on-device = L’application garde ceci sur l’appareil, sous forme chiffrée. La clé se trouve dans l’espace sécurisé de l’appareil :
data-kept-session = Le fait que votre session est ouverte, jusqu’à sa fin
data-kept-typed = Ce que vous avez écrit sans l’envoyer
data-kept-photos = Les images choisies mais pas encore envoyées
data-kept-seen = L’état de votre ménage à votre dernière visite, pour le lire sans connexion
data-with-portal = Rien à votre sujet n’est gardé sur cet appareil. Une fois la session ou l’onglet fermé, il n’en reste rien.
data-portal-typed = Ce que vous avez écrit sans l’envoyer est gardé par le portail, dans votre compte
data-portal-photos = Une image choisie n’est que dans cette page, jusqu’à son envoi ou à la fermeture de la page
data-portal-shared = Sur un appareil que d’autres utilisent, fermez la session et le navigateur quand vous avez terminé
data-until-closed = Rien n’est écrit sur cet appareil, car il n’a pas d’endroit sûr pour le garder.
data-until-closed-typed = Ce que vous avez écrit se perd à la fermeture de l’application; envoyez-le avant
data-sent = Ce que vous avez envoyé est au portail, où que vous ouvriez une session.
data-remove = Tout supprimer de cet appareil
data-remove-title = Tout supprimer de cet appareil?
data-remove-text = Ce que vous avez écrit sans l’envoyer et les images choisies seront perdus pour de bon. Votre session se fermera. Ce que vous avez envoyé reste au portail.
data-remove-act = Tout supprimer
