# Le cadre de chaque page et ce que toutes partagent.

app-name = Landed
language-chosen = Cette page est maintenant en français.
title = { $heading } – Landed
title-error = Erreur : { $heading } – Landed
skip-to-content = Aller au contenu
nav-label = Aide et langue
notices-label = Avis
help = Aide
back = Retour
back-to-household = Votre ménage
required = (obligatoire)
choose-one = Choisissez
continue = Continuer
checking = Vérification…
sending = Envoi…
change = Modifier
try-again = Réessayer
loading = Chargement…
error-summary-title = Il y a quelque chose à corriger
start-failed = L’application n’a pas pu démarrer
not-found-heading = Il n’y a rien à voir ici
not-found-text = Revenez à votre ménage. Cette page n’existe pas ou concerne une personne qui a son propre compte.

sign-out = Fermer la session
signed-in-as = Session de { $name }
version = Version { $version }
demonstration = Démonstration. Les personnes et le portail y sont inventés; rien ne quitte cet appareil.
stale-offline = Vous êtes hors ligne. Vous voyez où en étaient les choses le { $when }; ce que vous écrivez est gardé.
stale-unreachable = Le portail ne répond pas. Vous voyez où en étaient les choses le { $when }; ce que vous écrivez est gardé.

reference = Numéro de référence
received = Reçu
receipt-for = Pour
print-or-save = Imprimer ou enregistrer cette page
what-next-heading = Et maintenant
go-to-household = Aller à votre ménage

# Le titre du sélecteur de fichiers du système et ses sortes de fichiers
picker-title = Choisissez une image
picker-pictures = Images (JPEG, PNG)
picker-all-files = Tous les fichiers
