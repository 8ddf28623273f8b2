# La première page : les liens vers l’aide pour qui n’a pas encore d’accès. Leurs mots servent aussi à la page d’aide.

other-ways = Pas encore de compte, ou un doute?
door-confirm-address = Confirmer une adresse de courriel
door-confirm-address-text = Un code de 6 chiffres vous a été envoyé par courriel
door-genuine-email = Ce courriel est-il authentique?
door-genuine-email-text = Quatre signes qui ne trompent pas, un à un
door-no-email = Vous n’avez reçu aucun courriel
door-no-email-text = Où regarder, combien de temps attendre, à qui écrire
door-not-here = Ce que ce portail ne fait pas
door-not-here-text = Inscription, renouvellement d’une carte, autres comptes du gouvernement
door-password = Un mot de passe qui ne fonctionne pas
door-password-text = Un mot de passe temporaire qui n’est plus valable, ou un oubli
door-help = Aide et coordonnées
door-help-text = Où écrire, et des réponses aux questions courantes
