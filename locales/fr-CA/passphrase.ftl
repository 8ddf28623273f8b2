# Appareils sans coffre pour les clés : une phrase de passe ouvre ce qui y est gardé, ou rien n’est gardé.

passphrase-choose-heading = Garder sur cet appareil ce que vous écrivez?
passphrase-choose-lead = Cet appareil n’a pas d’endroit sûr pour une clé : à vous de choisir. Vous pourrez changer d’avis dans les réglages.
passphrase-question = À la fermeture de l’application
passphrase-way-keep = Garder ce que j’ai écrit, avec une phrase de passe
passphrase-way-keep-text = Tout est chiffré. L’application demande la phrase de passe à chaque ouverture
passphrase-way-nothing = Ne rien garder sur cet appareil
passphrase-way-nothing-text = Ce que vous n’aurez pas envoyé sera perdu
passphrase = Phrase de passe de cet appareil
passphrase-hint = Au moins { $least } caractères, et autre chose que votre mot de passe du portail. Les espaces comptent
passphrase-no-reset = Notez-la en lieu sûr. Personne ne peut la rétablir, ni l’application ni le portail. Sans elle, ce qui est gardé ici ne peut plus être ouvert. Ce que vous avez envoyé se trouve de toute façon au portail.
passphrase-go-on = Continuer
passphrase-working = Ouverture…
passphrase-enter-heading = Entrez la phrase de passe de cet appareil
passphrase-enter-lead = Ce que vous avez écrit est gardé ici, chiffré. La phrase de passe l’ouvre.
passphrase-open = Ouvrir
passphrase-without = Continuer sans elle
passphrase-without-now-text = Continuez cette fois-ci et laissez tel quel ce qui est gardé ici. Ce que vous écrivez maintenant sera perdu à la fermeture de l’application.
passphrase-without-now = Continuer cette fois-ci
passphrase-anew-text = Si vous ne connaissez plus la phrase de passe, recommencez à neuf. Ce qui est gardé ici est mis de côté et n’est plus montré. Ce que vous avez envoyé se trouve au portail.
passphrase-anew = Recommencer à neuf
passphrase-anew-title = Recommencer à neuf sur cet appareil?
passphrase-anew-ask = Ce que vous avez écrit sans l’envoyer est mis de côté, et personne ne peut l’ouvrir sans la phrase de passe.
passphrase-anew-act = Mettre de côté
passphrase-change-heading = Changer la phrase de passe
passphrase-current = Phrase de passe actuelle
passphrase-new = Nouvelle phrase de passe
passphrase-change-act = Changer la phrase de passe
passphrase-changed = La phrase de passe est changée.
passphrase-remove = Retirer la phrase de passe et ne rien garder
passphrase-remove-title = Ne rien garder sur cet appareil?
passphrase-remove-text = Ce que vous avez écrit sans l’envoyer et les images que vous avez choisies sont perdus pour de bon. Votre session reste ouverte jusqu’à la fermeture de l’application.
passphrase-remove-act = Ne rien garder
passphrase-choose = Choisir une phrase de passe
data-with-passphrase = L’application garde ici les choses suivantes, chiffrées. Votre phrase de passe les ouvre :

# Ce qui manque
error-required--keeping-way = Choisissez ce qui se passe à la fermeture de l’application
error-required--passphrase = Entrez la phrase de passe
error-required--new-passphrase = Entrez une nouvelle phrase de passe
error-required--current-passphrase = Entrez la phrase de passe actuelle
