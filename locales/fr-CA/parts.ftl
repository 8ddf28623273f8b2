# Ce que disent les éléments de chaque page : menus, dialogues, attentes, pages absentes.

settings = Réglages
account = Compte
footer-label = Aide et réglages
language-label = Langue : { $language }
language-not-fetched = Connectez-vous à Internet, puis choisissez de nouveau la langue. Ses textes n’ont pas pu être chargés.
device-data-removed = Tout ce qui était gardé sur cet appareil a été supprimé.
dismiss = Fermer ce message
leave-as-it-is = Laisser tel quel
still-at-work = Restez sur cette page. C’est un peu plus long que d’habitude; rien n’est envoyé deux fois.
back-to-help = Aide et coordonnées

session-ends = Votre session va bientôt prendre fin
session-left = Il reste { $time }
session-ends-text = Prolongez la session pour continuer. Sinon, elle se ferme afin que personne d’autre ne voie votre ménage. Ce que vous avez écrit est gardé.
session-ends-for-good = Terminez ce que vous pouvez, puis ouvrez une nouvelle session pour continuer. Celle-ci ne peut pas être prolongée. Ce que vous avez écrit est gardé.
session-stay = Prolonger la session
session-go-on = Continuer d’ici là

no-page-heading = Il n’y a pas de page à cette adresse
no-page-text = Vérifiez l’adresse ou recommencez à partir de la première page. Rien de ce que vous avez envoyé ou écrit n’est perdu.
go-to-start = Aller à la première page
confirmation-gone-heading = Cette confirmation a déjà été affichée
confirmation-gone-text = Allez à votre ménage pour voir ce qui a été reçu. La page de chaque personne dit ce qui est arrivé et quand.

answer-yes = Oui
answer-no = Non
answer-cannot-tell = Je ne peux pas le voir
what-to-do-heading = Que faire
