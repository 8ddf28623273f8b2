# Aide et adresse.

help-heading = Aide et coordonnées
help-more = Plus d’aide, et comment nous écrire
contact-heading = Écrivez-nous
contact-text = Pour tout ce qui ne fonctionne pas ici, et si un handicap vous empêche d’utiliser cette application :
contact-unknown = L’adresse d’aide s’affichera ici dès que le portail pourra être joint. Elle figure aussi sur la page officielle.
contact-include = Indiquez votre nom et votre numéro de demande. N’envoyez jamais de mot de passe.
no-email-heading = Vous n’avez reçu aucun courriel
no-email-junk = Regardez dans le dossier des courriels indésirables et cherchez « Portail de résidence permanente ».
no-email-wait = Attendez une heure. Certaines boîtes retiennent des messages.
no-email-ask = Écrivez ensuite à l’adresse d’aide depuis la boîte qui aurait dû le recevoir.
genuine-heading = Ce courriel est-il authentique?
not-done-here = Ce qui ne se fait pas ici
not-done-sign-up = Créer un compte. Les comptes sont créés pour vous après l’approbation de la demande.
not-done-renew = Renouveler ou remplacer une carte de résident permanent.
not-done-other = Utiliser un autre compte du gouvernement. Ce portail est séparé de tous les autres.
accessibility-heading = Accessibilité
accessibility-text = Cette application fonctionne au clavier, avec un lecteur d’écran et à toute taille de texte. Si quelque chose vous bloque, écrivez à l’adresse d’aide et dites ce que vous utilisez.
