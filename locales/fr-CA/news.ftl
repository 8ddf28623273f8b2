# Le nouveau : dans les notifications du système, que n’importe qui peut lire sur un écran verrouillé,
# et dans la fenêtre de l’application, où les noms ont leur place.

notification-photo = Il y a du nouveau au sujet d’une photo.
notification-proof = Il y a du nouveau au sujet d’un document.
notification-clock = Il y a quelque chose à faire bientôt.
notification-message = Vous avez un nouveau message.
notification-open = Ouvrir
news-photo = Il y a du nouveau au sujet de la photo de { $name }.
news-proof = La preuve de statut de { $name } est prête.
news-clock = Voyez les étapes de { $name } : une échéance approche.
news-message = Un nouveau message est arrivé au sujet de { $name }.
news-several = Il y a du nouveau pour votre ménage.
settings-notifications = Notifications
settings-notifications-hint = Elles annoncent du nouveau quand vous ne regardez pas l’application, sans jamais dire pour qui : n’importe qui peut les lire sur un écran verrouillé.
notifications-on = Les afficher
notifications-off = Ne pas les afficher
